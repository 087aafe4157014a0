//! The relay's address.

use digest_cli::publication::{Relay, Security};

use super::given::{LEAST, config, told_with};

fn relay(lines: &str) -> Relay {
    config(&format!("{LEAST}relay:\n  {}\n", lines.replace('\n', "\n  ")))
        .relay
        .expect("a relay")
}

fn fault(url: &str) -> String {
    let told = told_with(&format!("relay:\n  url: \"{url}\"\n"));
    assert_eq!(told.len(), 1, "{url}: {told:?}");
    let (place, message) = told[0].split_once(" `relay.url`: ").expect("a fault of the URL");
    assert_eq!(place, "5:8");
    message.split(" | ").next().unwrap_or_default().to_owned()
}

/// URL, user (`-` for none), host, port, protection.
const FORMS: &str = "
    smtps://smtp.example.org                   -                smtp.example.org      465   Implicit
    smtps://ann@smtp.example.org:4650          ann              smtp.example.org      4650  Implicit
    smtps://SMTP.Example.ORG.                  -                smtp.example.org      465   Implicit
    smtps://почта.example                      -                xn--80a1acny.example  465   Implicit
    smtps://localhost:1465                     -                localhost             1465  Implicit
    smtp://smtp.example.org/                   -                smtp.example.org      587   StartTls
    smtp://ann@smtp.example.org:25             ann              smtp.example.org      25    StartTls
    smtp://ann@example.org@smtp.example.org    ann@example.org  smtp.example.org      587   StartTls
    smtp://ann%40example.org@smtp.example.org  ann@example.org  smtp.example.org      587   StartTls
    smtp://192.0.2.7                           -                192.0.2.7             587   StartTls
    smtp://[2001:db8::25]:2525                 -                2001:db8::25          2525  StartTls
    smtp://relay_1:2525                        -                relay_1               2525  StartTls
    smtp://localhost                           -                localhost             587   None
    smtp://ann@127.0.0.1:25                    ann              127.0.0.1             25    None
    smtp://127.9.9.9:1025                      -                127.9.9.9             1025  None
    smtp://[::1]:1025                          -                ::1                   1025  None
";

#[test]
fn every_form_of_the_url_means_a_host_a_port_and_a_protection() {
    for row in FORMS.lines().filter(|row| !row.is_empty()) {
        let written: Vec<&str> = row.split_whitespace().collect();
        let relay = relay(&format!("url: \"{}\"", written[0]));
        let user = relay.user.unwrap_or_else(|| "-".to_owned());
        let (port, security) = (relay.port.to_string(), format!("{:?}", relay.security));
        assert_eq!([written[0], &user, &relay.host, &port, &security], written[..]);
    }
}

#[test]
fn tls_can_be_asked_for_on_the_loopback_and_declined_elsewhere() {
    assert_eq!(
        relay("url: smtp://localhost\ntls: required").security,
        Security::StartTls
    );
    assert_eq!(
        relay("url: smtp://smtp.example.org\ntls: none").security,
        Security::None
    );
    assert_eq!(
        relay("url: smtps://smtp.example.org\ntls: required").security,
        Security::Implicit
    );
}

#[test]
fn smtps_without_tls_is_a_contradiction() {
    let told = told_with("relay:\n  url: smtps://smtp.example.org\n  tls: none\n");
    let hint = "write `smtp://` in `relay.url`, or leave `tls` out";
    assert_eq!(told, [format!("6:8 `tls: none` contradicts `smtps://` | {hint}")]);
}

#[test]
fn what_is_no_relay_url_is_told_what_is_wrong_with_it() {
    assert_eq!(fault("smtp.example.org"), "it has no scheme");
    assert_eq!(
        fault("https://smtp.example.org"),
        "`https` is no scheme of a relay"
    );
    assert_eq!(
        fault("smtps://@smtp.example.org"),
        "there is no user before the `@`"
    );
    assert_eq!(
        fault("smtps://ann%4@smtp.example.org"),
        "the user's percent-encoding is broken"
    );
    assert_eq!(
        fault("smtps://ann%FF@smtp.example.org"),
        "the user's percent-encoding is broken"
    );
    assert_eq!(
        fault("smtps://ann%0D%0AQUIT@smtp.example.org"),
        "the user holds a control character"
    );
    assert_eq!(
        fault("smtps://smtp.example.org:0"),
        "`0` is no port from 1 to 65535"
    );
    assert_eq!(
        fault("smtps://smtp.example.org:70000"),
        "`70000` is no port from 1 to 65535"
    );
    assert_eq!(
        fault("smtps://smtp.example.org/path"),
        "something follows the host"
    );
    assert_eq!(fault("smtps://"), "it names no host");
    assert_eq!(fault("smtps://smtp example"), "`smtp example` is no host");
    assert_eq!(fault("smtps://256.1.1.1"), "`256.1.1.1` is no host");
    assert_eq!(fault("smtps://[::zz]"), "`[::zz]` is no host");
    assert_eq!(fault("smtps://smtp\\r\\nQUIT"), "`smtp\\r\\nQUIT` is no host");
}

#[test]
fn the_name_for_ehlo_is_a_host_or_an_address_literal() {
    let helo = |text: &str| {
        relay(&format!("url: smtp://localhost\nhelo: \"{text}\""))
            .helo
            .unwrap()
    };
    assert_eq!(helo("mail.example.org"), "mail.example.org");
    assert_eq!(helo("[192.0.2.1]"), "[192.0.2.1]");
    assert_eq!(helo("[IPv6:2001:db8::1]"), "[IPv6:2001:db8::1]");
    let told = told_with("relay:\n  url: smtp://localhost\n  helo: \"a\\r\\nMAIL\"\n");
    assert_eq!(told, ["6:9 `relay.helo`: `a\\r\\nMAIL` is no host | -"]);
}

#[test]
fn limits_have_limits() {
    let told = told_with(
        "relay:\n  url: smtp://localhost\n  connections: 101\n  ahead: 17\n  rate: fast\n  retry: [0s, 5x]\n  per_domain: { nodot: 1/s, Example.org: 1/s, example.ORG: 2/s, gmail.com: }\n",
    );
    assert_eq!(
        told,
        [
            "6:16 `relay.connections`: `101` is no number from 1 to 100 | -",
            "7:10 `relay.ahead`: `17` is no number from 0 to 16 | -",
            "8:9 `relay.rate`: `fast` is no rate: write `10/s`, `600/m`, `20000/h` or `unlimited` | -",
            "9:11 `relay.retry`: a relay that deferred a message needs time before the next try | -",
            "9:15 `relay.retry`: `5x` is no span of time | write `30s`, `10m`, `12h` or `14d`",
            "10:17 `relay.per_domain`: `nodot` is no domain | write it as `example.org`",
            "10:47 the key `example.ORG` stands twice | keep one of them; the first is on line 10",
            "10:65 `relay.per_domain.gmail.com` has no value | -",
        ]
    );
}
