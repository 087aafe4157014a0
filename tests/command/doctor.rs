//! `digest doctor` against a name server and a relay of our own: every kind of fault told apart, with what mends it.

use std::fs;

use digest_cli::compose::dkim::SigningKey;
use digest_cli::foundation::{Clock, ExitStatus};
use serde_json::Value;

use crate::compose::dkim_key;
use crate::support::{DnsServer, Identity, Newsroom, Ran, SmtpServer, say};

const DMARC: &str = "v=DMARC1; p=quarantine; rua=mailto:weekly@example.org";

/// A newsroom that signs, whose relay has an address that is not the loopback's.
fn newsroom(server: SmtpServer) -> Newsroom {
    let newsroom = Newsroom::of_readers(3, server).clock(Clock::system());
    let port = newsroom.relay().port();
    newsroom.set_relay(&format!("smtp://0.0.0.0:{port}"), "tls: none,");
    newsroom.configure("bounce: bounces@example.org\ndkim: { selector: s1, key_file: .digest/dkim.pem }\n");
    newsroom.write_secret(".digest/dkim.pem", &dkim_key());
    newsroom
}

fn record() -> String {
    let key = SigningKey::from_pem(dkim_key().as_bytes()).expect("a key");
    key.record().to_string()
}

/// Everything published as it should be.
fn good() -> DnsServer {
    DnsServer::start()
        .txt("example.org", "some-service-verification=1")
        .txt("example.org", "v=spf1 ip4:0.0.0.0 -all")
        .txt("_dmarc.example.org", DMARC)
        .txt("s1._domainkey.example.org", &record())
        .mx("example.org", "mail.example.org.")
        .a("mail.example.org", "192.0.2.7")
}

/// The good records, with these texts at one name instead.
fn with(name: &str, texts: &[&str]) -> DnsServer {
    texts
        .iter()
        .fold(good().without(name), |server, text| server.txt(name, text))
}

fn examine(newsroom: &Newsroom, dns: &DnsServer, format: &str) -> Ran {
    let server = dns.address().to_string();
    newsroom.run(["doctor", "--nameserver", &server, "--format", format])
}

/// The findings on a topic, as `verdict: message`, and the record of the first that has one.
fn found(newsroom: &Newsroom, dns: &DnsServer, topic: &str) -> (Vec<String>, String) {
    let ran = examine(newsroom, dns, "json");
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let findings = document["findings"].as_array().expect("findings");
    let on_topic: Vec<&Value> = findings
        .iter()
        .filter(|finding| finding["topic"] == topic)
        .collect();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let lines = on_topic
        .iter()
        .map(|finding| format!("{}: {}", text(&finding["verdict"]), text(&finding["message"])))
        .collect();
    let record = on_topic.iter().find(|finding| finding["record"].is_object());
    (
        lines,
        record
            .map(|finding| text(&finding["record"]["line"]))
            .unwrap_or_default(),
    )
}

/// One case after the other in one newsroom: what DNS has, how the first finding on the topic begins, and the record that mends it.
fn assert_told(topic: &str, cases: Vec<(DnsServer, &str, &str)>) {
    let newsroom = newsroom(SmtpServer::faultless());
    for (dns, begins, record) in cases {
        let (lines, mending) = found(&newsroom, &dns, topic);
        assert!(lines[0].starts_with(begins), "{lines:#?}\nand not\n{begins}");
        assert_eq!(mending, record, "{lines:#?}");
    }
}

#[test]
fn where_everything_is_as_it_should_be_nothing_stands_in_the_way() {
    let newsroom = newsroom(SmtpServer::faultless());
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let dns = good();
    let ran = examine(&newsroom, &dns, "json");
    assert_eq!(ran.status, ExitStatus::Success, "{}", ran.stdout);
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let verdicts: Vec<(&str, &str)> = document["findings"]
        .as_array()
        .expect("findings")
        .iter()
        .map(|finding| {
            (
                finding["topic"].as_str().expect("a topic"),
                finding["verdict"].as_str().expect("a verdict"),
            )
        })
        .collect();
    assert_eq!(
        verdicts,
        [
            ("relay", "good"),
            // The mail goes in the clear, as this test's relay has it.
            ("relay", "warning"),
            ("spf", "good"),
            ("dkim", "good"),
            ("dmarc", "good"),
            ("dmarc", "good"),
            ("mx", "good"),
            ("clock", "good"),
            ("ledger", "good"),
            ("disk", "good"),
            ("copies", "good"),
        ],
        "{}",
        ran.stdout
    );
    let human = examine(&newsroom, &dns, "human").stdout;
    assert!(
        human.contains("ok      dkim    the rsa-sha256 key is the one published"),
        "{human}"
    );
    assert!(human.ends_with("\n0 faults, 1 warning\n"), "{human}");
    assert_eq!(newsroom.relay().taken().len(), 1, "doctor sends nothing");
}

#[test]
fn each_fault_of_spf_is_told() {
    let chain = (0..11).fold(
        with("example.org", &["v=spf1 include:n0.example.org -all"]),
        |dns, n| {
            dns.txt(
                &format!("n{n}.example.org"),
                &format!("v=spf1 include:n{}.example.org -all", n + 1),
            )
        },
    );
    let spf = |text: &str| with("example.org", &[text]);
    assert_told(
        "spf",
        vec![
            (
                good().without("example.org"),
                "fault: `example.org`, the envelope sender's domain, has no SPF record",
                "example.org. IN TXT \"v=spf1 ip4:0.0.0.0 ~all\"",
            ),
            (
                with("example.org", &["v=spf1 -all", "v=spf1 mx -all"]),
                "fault: `example.org` has 2 SPF records",
                "",
            ),
            (
                spf("v=spf1 mx +all"),
                "fault: the SPF record of `example.org` lets every machine send for it",
                "example.org. IN TXT \"v=spf1 mx ~all\"",
            ),
            (
                spf("v=spf1 ipv4:192.0.2.1 -all"),
                "fault: receivers cannot use the SPF record of `example.org`: `ipv4:192.0.2.1` in the record of `example.org` means nothing",
                "",
            ),
            (
                spf("v=spf1 include:nowhere.example.org -all"),
                "fault: receivers cannot use the SPF record of `example.org`: `nowhere.example.org`, which it names, has no SPF record",
                "",
            ),
            (
                chain,
                "fault: receivers cannot use the SPF record of `example.org`: it asks DNS more than 10 times",
                "",
            ),
            (
                spf("v=spf1 ip4:192.0.2.0/24 -all"),
                "warning: the SPF record of `example.org` does not name the relay `0.0.0.0`",
                "example.org. IN TXT \"v=spf1 ip4:192.0.2.0/24 ip4:0.0.0.0 -all\"",
            ),
            (
                spf("v=spf1 exists:%{i}.example.org -all"),
                "note: whether `example.org` lets `0.0.0.0` send for it depends on each message",
                "",
            ),
            (
                good().failing("example.org"),
                "warning: DNS gave no answer about `example.org`",
                "",
            ),
        ],
    );
}

#[test]
fn spf_is_followed_wherever_it_leads() {
    let spf = |text: &str| with("example.org", &[text]);
    let good = "good: `example.org` lets `0.0.0.0` (0.0.0.0) send for it";
    assert_told(
        "spf",
        vec![
            (spf("v=spf1 ip4:0.0.0.0/8 -all"), good, ""),
            (
                spf("v=spf1 include:a.example.org -all").txt("a.example.org", "v=spf1 ip4:0.0.0.0 ~all"),
                good,
                "",
            ),
            (
                spf("v=spf1 redirect=b.example.org")
                    .txt("b.example.org", "v=spf1 +a:relay.example.org -all")
                    .a("relay.example.org", "0.0.0.0"),
                good,
                "",
            ),
            (
                spf("v=spf1 mx/30 -all")
                    .mx("example.org", "in.example.org.")
                    .a("in.example.org", "0.0.0.3"),
                good,
                "",
            ),
            (
                spf("V=SPF1 ip6:2001:db8::/32 IP4:0.0.0.0 exp=why.example.org -all"),
                good,
                "",
            ),
        ],
    );
}

#[test]
fn each_fault_of_a_published_key_is_told_with_the_record_to_publish() {
    const NAME: &str = "s1._domainkey.example.org";
    let record = record();
    let (head, tail) = record.split_at(255);
    let line = format!("{NAME}. IN TXT \"{head}\" \"{tail}\"");
    let other = SigningKey::from_ed25519_seed(&[7; 32])
        .expect("a key")
        .record()
        .to_string();
    let key = |text: &str| with(NAME, &[text]);
    assert_told(
        "dkim",
        vec![
            (
                good().without(NAME),
                "fault: no key is published at `s1._domainkey.example.org`",
                &line,
            ),
            (
                key(&other),
                "fault: the key published at `s1._domainkey.example.org` is not the one that signs",
                &line,
            ),
            (
                key("v=DKIM1; p="),
                "fault: the key published at `s1._domainkey.example.org` was revoked",
                &line,
            ),
            (
                key(&format!("{record}; t=y")),
                "warning: the key published at `s1._domainkey.example.org` is the right one, and marked as a test",
                &line,
            ),
            (
                key("v=DKIM2; p=AAAA"),
                "fault: what is published at `s1._domainkey.example.org` is no usable key record: `v=` is not `DKIM1`",
                &line,
            ),
            (
                with(NAME, &[&record, &other]),
                "fault: 2 records are published at `s1._domainkey.example.org`",
                &line,
            ),
            (
                good().failing(NAME),
                "warning: DNS gave no answer about `s1._domainkey.example.org`",
                "",
            ),
        ],
    );
}

#[test]
fn a_key_that_cannot_sign_and_no_key_at_all_are_told() {
    let newsroom = newsroom(SmtpServer::faultless());
    newsroom.write_secret(".digest/dkim.pem", "hello");
    let (lines, _) = found(&newsroom, &good(), "dkim");
    assert_eq!(
        lines,
        ["fault: `.digest/dkim.pem` cannot sign: it holds no private key in PEM"]
    );
    let port = newsroom.relay().port();
    newsroom.set_relay(&format!("smtp://0.0.0.0:{port}"), "tls: none,");
    let (lines, _) = found(&newsroom, &good(), "dkim");
    assert!(
        lines[0].starts_with("note: copies leave without a signature of ours"),
        "{lines:?}"
    );
}

#[test]
fn each_fault_of_dmarc_is_told() {
    const NAME: &str = "_dmarc.example.org";
    const MENDED: &str = "_dmarc.example.org. IN TXT \"v=DMARC1; p=none; rua=mailto:weekly@example.org\"";
    assert_told(
        "dmarc",
        vec![
            (
                good().without(NAME),
                "fault: `example.org`, the From address's domain, has no DMARC record",
                MENDED,
            ),
            (
                with(NAME, &[DMARC, DMARC]),
                "fault: `_dmarc.example.org` has 2 DMARC records",
                "",
            ),
            (
                with(NAME, &["v=DMARC1; rua=mailto:a@example.org"]),
                "fault: receivers cannot use the DMARC record at `_dmarc.example.org`: it has no `p=`",
                MENDED,
            ),
            (
                with(NAME, &["v=DMARC1; p=all"]),
                "fault: receivers cannot use the DMARC record at `_dmarc.example.org`: `p=all` is none of",
                MENDED,
            ),
            (
                with(NAME, &["v=DMARC1; p=none; adkim=x"]),
                "fault: receivers cannot use the DMARC record at `_dmarc.example.org`: `adkim=x`",
                MENDED,
            ),
            (
                with(NAME, &["v=DMARC1;p=none"]),
                "good: `_dmarc.example.org` asks receivers for `p=none`",
                "",
            ),
            (
                good().failing(NAME),
                "warning: DNS gave no answer about `_dmarc.example.org`",
                "",
            ),
        ],
    );
}

#[test]
fn alignment_is_judged_by_the_policy_and_by_whose_names_the_mail_carries() {
    let newsroom = newsroom(SmtpServer::faultless());
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("it is there");
    let strict = with("_dmarc.example.org", &["v=DMARC1; p=none; adkim=s; aspf=s"]);
    let cases = [
        (
            "",
            "",
            &good(),
            "good: signature and envelope sender both speak for `example.org`",
        ),
        (
            "bounces@example.org",
            "bounces@mail.example.org",
            &good(),
            "good: signature and envelope sender both speak",
        ),
        (
            "bounces@example.org",
            "bounces@mail.example.org",
            &strict,
            "good: the signature speaks for `example.org`",
        ),
        (
            "selector: s1",
            "domain: example.net, selector: s1",
            &good(),
            "warning: the signature is for `example.net`, which does not speak",
        ),
        (
            "selector: s1",
            "domain: mail.example.org, selector: s1",
            &strict,
            "warning: the signature is for `mail.example.org`",
        ),
    ];
    for (from, to, dns, begins) in cases {
        newsroom.write("digest.yaml", &config.replace(from, to));
        let (lines, _) = found(&newsroom, dns, "dmarc");
        assert!(lines[1].starts_with(begins), "{lines:#?}\nand not\n{begins}");
    }
    let neither = config
        .replace("bounces@example.org", "bounces@example.net")
        .replace("selector: s1", "domain: example.net, selector: s1");
    newsroom.write("digest.yaml", &neither);
    let (lines, _) = found(&newsroom, &good(), "dmarc");
    assert!(
        lines[1].starts_with("fault: neither the signature (`example.net`) nor the envelope sender (`example.net`) speaks for `example.org`"),
        "{lines:#?}"
    );
}

#[test]
fn the_policy_of_the_organisation_counts_for_its_subdomains() {
    let newsroom = newsroom(SmtpServer::faultless());
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("it is there");
    newsroom.write(
        "digest.yaml",
        &config.replace("weekly@example.org", "weekly@news.example.org"),
    );
    let (lines, _) = found(&newsroom, &good(), "dmarc");
    assert_eq!(
        lines[0],
        "good: `_dmarc.example.org` asks receivers for `p=quarantine`"
    );
}

#[test]
fn each_way_in_which_mail_cannot_come_back_is_told() {
    let spf = |dns: DnsServer| dns.txt("example.org", "v=spf1 ip4:0.0.0.0 -all");
    let bare = || spf(good().without("example.org"));
    assert_told(
        "mx",
        vec![
            (
                bare(),
                "fault: `example.org` (from, bounce) takes no mail: it has neither an MX record nor an address",
                "",
            ),
            (
                bare().a("example.org", "192.0.2.7"),
                "note: `example.org` (from, bounce) has no MX record",
                "",
            ),
            (
                bare().mx("example.org", "."),
                "fault: `example.org` (from, bounce) says that it takes no mail (null MX)",
                "",
            ),
            (
                bare().mx("example.org", "gone.example.org."),
                "fault: `example.org` (from, bounce) takes no mail: its MX `gone.example.org` has no address",
                "",
            ),
            (
                bare()
                    .mx("example.org", "gone.example.org.")
                    .mx("example.org", "mail.example.org."),
                "warning: of the MX records of `example.org` (from, bounce), `gone.example.org` has no address",
                "",
            ),
            (
                good().failing("mail.example.org"),
                "warning: DNS gave no answer about `mail.example.org`",
                "",
            ),
        ],
    );
}

#[test]
fn each_way_in_which_the_relay_turns_us_away_is_told() {
    let refusing = SmtpServer::new(|moment| {
        (moment.step == crate::support::Step::Greeting).then(|| say("554 5.7.1 go away"))
    });
    let (lines, _) = found(&newsroom(refusing), &good(), "relay");
    assert_eq!(
        lines,
        ["fault: the relay refused us at the greeting: `554 5.7.1 go away`"]
    );

    let slow = newsroom(SmtpServer::faultless().offering(&["SIZE"]));
    let (lines, _) = found(&slow, &good(), "relay");
    assert!(lines[2].starts_with("note: `0.0.0.0:"), "{lines:?}");
    assert!(lines[2].contains("does not announce PIPELINING"), "{lines:?}");

    slow.set_relay("smtp://127.0.0.1:1", "");
    let (lines, _) = found(&slow, &good(), "relay");
    assert!(
        lines[0].starts_with(
            "fault: the relay `127.0.0.1:1` cannot be reached: at connecting: connection refused"
        ),
        "{lines:?}"
    );
}

#[test]
fn a_certificate_that_nobody_vouches_for_and_a_wrong_password_are_told() {
    let identity = Identity::new("localhost");
    let server =
        SmtpServer::new(|moment| (moment.step == crate::support::Step::Auth).then(|| say("535 5.7.8 wrong")));
    let server = server
        .offering(&["PIPELINING", "AUTH PLAIN"])
        .with_tls(&identity, true);
    let newsroom = newsroom(server).variable("DIGEST_SMTP_PASSWORD", "wrong");
    let url = format!("smtps://ann@localhost:{}", newsroom.relay().port());
    newsroom.set_relay(&url, "");
    let (lines, _) = found(&newsroom, &good(), "relay");
    assert!(
        lines[0].starts_with("fault: no trusted TLS connection to the relay"),
        "{lines:?}"
    );
    newsroom.write("ca.pem", &identity.pem);
    newsroom.set_relay(&url, "ca_file: ca.pem,");
    let (lines, _) = found(&newsroom, &good(), "relay");
    assert_eq!(
        lines,
        ["fault: the relay refused user or password: `535 5.7.8 wrong`"]
    );
}

#[test]
fn a_clock_that_runs_behind_the_files_is_told() {
    let newsroom = newsroom(SmtpServer::faultless());
    let newsroom = newsroom.clock(Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")));
    let (lines, _) = found(&newsroom, &good(), "clock");
    assert!(
        lines[0].starts_with("fault: the clock shows 2019-02-05 09:00 UTC, but `"),
        "{lines:?}"
    );
}

#[test]
fn a_ledger_that_is_missing_foreign_or_locked_away_is_told() {
    let newsroom = newsroom(SmtpServer::faultless());
    let (lines, _) = found(&newsroom, &good(), "ledger");
    assert_eq!(lines, ["note: there is no ledger yet at `.digest/ledger.db`"]);
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    newsroom.write_secret(".digest/key", &format!("k9:{}\n", "5a".repeat(32)));
    let (lines, _) = found(&newsroom, &good(), "ledger");
    assert!(lines[0].starts_with("fault: "), "{lines:?}");
    assert!(lines[0].contains("k1"), "{lines:?}");
    newsroom.write(".digest/ledger.db", "hello");
    let (lines, _) = found(&newsroom, &good(), "ledger");
    assert!(lines[0].contains("is no ledger of digest's"), "{lines:?}");
}

#[test]
fn copies_that_cannot_be_filled_are_counted_and_the_first_is_named() {
    let newsroom = newsroom(SmtpServer::faultless());
    newsroom.write(
        "subscribers/weekly.csv",
        "email,city\nann@example.org,Almaty\nbob@example.org,\ncyd@example.org,\n",
    );
    newsroom.edit_issue("subscriber.name | default(\"reader\")", "subscriber.city");
    let (lines, _) = found(&newsroom, &good(), "copies");
    assert!(
        lines[0].starts_with(
            "fault: 2 of 3 copies of `drafts/a.md` cannot be filled; the first: subscribers/weekly.csv:3: "
        ),
        "{lines:?}"
    );
    newsroom.edit_issue("{{ subscriber.city }}", "{{ subscriber.city");
    let (lines, _) = found(&newsroom, &good(), "copies");
    assert!(
        lines[0].starts_with("fault: `drafts/a.md` cannot be "),
        "{lines:?}"
    );
}

#[test]
fn a_name_server_that_is_none_is_refused() {
    let newsroom = newsroom(SmtpServer::faultless());
    let ran = newsroom
        .run(["doctor", "--nameserver", "not a host"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("`not a host` is no name server"),
        "{}",
        ran.stderr
    );
}
