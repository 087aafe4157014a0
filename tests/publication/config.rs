//! What a digest.yaml without mistakes is read into.

use std::path::PathBuf;
use std::time::Duration;

use digest_cli::foundation::{Count, Rate, Severity};
use digest_cli::publication::{
    Author, DkimSettings, Durability, Headers, PerDomain, RuleSetting, SectionKind, Security, Structure,
    Unsubscribe, Verp,
};

use super::given::{FULL, LEAST, config};

#[test]
fn three_lines_are_enough_and_the_rest_has_defaults() {
    let config = config(LEAST);
    assert_eq!(config.id, "weekly.example.org");
    assert_eq!(config.title, "Our Weekly");
    assert_eq!(config.language, "en");
    assert_eq!(config.from.name, "Our Weekly");
    assert_eq!(config.envelope_sender().written(), "weekly@example.org");
    assert_eq!(config.structure, Structure::default());
    assert_eq!(config.verp, Verp::Plus);
    assert_eq!(config.headers, Headers::default());
    assert_eq!(config.unsubscribe, Unsubscribe::default());
    assert_eq!(config.late_joiners, Duration::from_hours(14 * 24));
    assert_eq!(config.ledger, PathBuf::from(".digest/ledger.db"));
    assert_eq!(config.durability, Durability::Power);
    assert_eq!(config.check.fail_on, Severity::Warning);
    assert!(config.relay.is_none() && config.lists.is_empty() && config.authors.is_empty());
}

#[test]
fn who_it_is_and_who_writes_is_read() {
    let config = config(FULL);
    assert_eq!(config.language, "kk-Cyrl");
    assert_eq!(config.from.name, "Eurasia Weekly, Almaty");
    assert_eq!(config.reply_to.as_ref().unwrap().written(), "editors@example.org");
    assert_eq!(config.envelope_sender().written(), "bounces@example.org");
    assert_eq!(config.verp, Verp::Hyphen);
    assert_eq!(config.postal_address.as_deref(), Some("4 Example Street\nAlmaty"));
    assert_eq!(config.homepage.as_deref(), Some("https://example.org"));
    let author = Author {
        name: "Aigerim Serik".into(),
        affiliation: Some("Example Institute, Kazakhstan".into()),
    };
    assert_eq!(config.author("aserik"), Some(&author));
    assert_eq!(config.author("other").unwrap().affiliation, None);
    assert_eq!(config.list("weekly").unwrap().title, "Weekly bulletin");
    assert_eq!(config.list("monthly").unwrap().title, "monthly");
}

#[test]
fn the_house_style_is_read() {
    let structure = config(FULL).structure;
    let between = |least, most| Some(Count { least, most });
    assert_eq!(structure.lead.words, between(600, Some(1600)));
    assert!(structure.lead.byline_required);
    let [politics, notes, rest] = structure.sections.as_slice() else {
        panic!("{:?}", structure.sections);
    };
    assert_eq!(politics.heading, "Politics, Foreign Affairs, and Security");
    assert_eq!((politics.kind, politics.optional), (SectionKind::Bullets, false));
    assert_eq!(
        (politics.bullets, politics.words),
        (between(7, Some(7)), between(40, Some(80)))
    );
    assert_eq!((notes.kind, notes.optional), (SectionKind::Prose, true));
    assert_eq!(notes.words, between(0, Some(300)));
    assert_eq!(rest.kind, SectionKind::Any);
}

#[test]
fn the_relay_is_read() {
    let relay = config(FULL).relay.unwrap();
    assert_eq!((relay.host.as_str(), relay.port), ("smtp.example.org", 465));
    assert_eq!(
        (relay.security, relay.user.as_deref()),
        (Security::Implicit, Some("bulletin"))
    );
    assert_eq!(relay.password_file, Some(PathBuf::from(".digest/password")));
    assert_eq!(relay.ca_file, Some(PathBuf::from("/etc/ssl/relay.pem")));
    assert_eq!(relay.helo.as_deref(), Some("mail.example.org"));
    assert_eq!((relay.connections, relay.ahead), (8, 2));
    assert_eq!(relay.rate.to_string(), "600/m");
    let gmail = Rate::Limited {
        messages: 5,
        period: Duration::from_secs(1),
    };
    let of = |domain: &str, rate, connections| PerDomain {
        domain: domain.to_owned(),
        rate,
        connections,
    };
    let two: Rate = "2/s".parse().expect("a rate");
    let limits = [
        of("gmail.com", gmail, None),
        of("xn--80a1acny.example", Rate::Unlimited, None),
        of("example.net", two, Some(1)),
    ];
    assert_eq!(relay.per_domain, limits);
    assert_eq!(relay.messages_per_connection, 100);
    assert_eq!(relay.connection_age, Duration::from_mins(5));
    assert_eq!(relay.expire_after, Duration::from_hours(48));
    assert_eq!(
        relay.retry_delays,
        [Duration::from_secs(30), Duration::from_mins(2)]
    );
}

#[test]
fn signatures_are_read_one_or_several() {
    let several = config(FULL).dkim;
    let own = DkimSettings {
        domain: Some("example.org".into()),
        selector: "digest2026".into(),
        key_file: PathBuf::from(".digest/dkim.pem"),
    };
    let other = DkimSettings {
        domain: None,
        selector: "ed.digest".into(),
        key_file: PathBuf::from("/etc/digest/ed25519.pem"),
    };
    assert_eq!(several, [own.clone(), other]);
    let one = "dkim: { domain: example.org, selector: digest2026, key_file: .digest/dkim.pem }\n";
    assert_eq!(config(&format!("{LEAST}{one}")).dkim, [own]);
    assert!(config(LEAST).dkim.is_empty());
}

#[test]
fn leaving_joining_and_checking_are_read() {
    let config = config(FULL);
    assert_eq!(
        config.unsubscribe.url.as_deref(),
        Some("https://news.example.org/u")
    );
    assert_eq!(
        config.unsubscribe.mailto.as_ref().unwrap().written(),
        "unsubscribe@example.org"
    );
    assert!(config.unsubscribe.one_click);
    let headers = Headers {
        help: Some("https://news.example.org/help".into()),
        owner: Some("owner@example.org".parse().unwrap()),
        archive: Some("https://news.example.org/issues".into()),
        feedback_id: Some("eurasia-weekly".into()),
    };
    assert_eq!(config.headers, headers);
    assert_eq!(config.late_joiners, Duration::from_hours(3 * 24));
    assert_eq!(config.ledger, PathBuf::from("state/ledger.db"));
    assert_eq!(config.durability, Durability::Process);
    assert_eq!(config.check.fail_on, Severity::Error);
    let rules: Vec<_> = config
        .check
        .rules
        .iter()
        .map(|(name, span, setting)| {
            assert_eq!(span.of(FULL), name);
            (name.as_str(), *setting)
        })
        .collect();
    let off = ("link-text-generic", RuleSetting::Off);
    let note = ("lead-length", RuleSetting::At(Severity::Info));
    assert_eq!(
        rules,
        [off, note, ("subject-length", RuleSetting::At(Severity::Warning))]
    );
    let limit = &config.check.limits[0];
    assert_eq!(
        (limit.rule.as_str(), limit.key.as_str(), limit.value),
        ("subject-length", "shown", 50)
    );
    let audience: Vec<&str> = config
        .check
        .audience
        .iter()
        .map(|(name, _)| name.as_str())
        .collect();
    assert_eq!(audience, ["gmail", "outlook"]);
    assert_eq!(config.check.terms[0].wanted, "email");
    assert_eq!(config.check.terms[0].unwanted, ["e-mail", "eMail"]);
    assert!(config.check.require_consent);
}

#[test]
fn a_relay_with_nothing_but_its_url_has_defaults() {
    let relay = config(&format!(
        "{LEAST}relay: {{ url: \"smtps://smtp.example.org\" }}\n"
    ))
    .relay
    .unwrap();
    assert_eq!((relay.connections, relay.ahead), (4, 1));
    assert_eq!(relay.rate.to_string(), "10/s");
    let delays = [
        Duration::from_secs(10),
        Duration::from_mins(1),
        Duration::from_mins(5),
    ];
    assert_eq!(relay.retry_delays, delays);
    assert_eq!(relay.user, None);
}

#[test]
fn a_key_with_nothing_after_it_is_as_good_as_absent() {
    let config = config(&format!(
        "{LEAST}homepage:\nrelay:\nauthors: ~\nlate_joiners: null\n"
    ));
    assert_eq!(config.homepage, None);
    assert!(config.relay.is_none() && config.authors.is_empty());
}

#[test]
fn windows_line_ends_and_a_byte_order_mark_change_nothing() {
    let windows = format!("\u{FEFF}{}", FULL.replace('\n', "\r\n"));
    let (ours, theirs) = (config(FULL), config(&windows));
    assert_eq!(ours, theirs);
}
