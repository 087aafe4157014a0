//! Passwords do not belong into digest.yaml, and are not shown again.

use digest_cli::foundation::Diagnostic;

use super::given::{LEAST, read, told_with};

const HINT: &str =
    "give it in DIGEST_SMTP_PASSWORD, or in a file of mode 0600 that `relay.password_file` names";

/// Everything a reporter could print of the findings.
fn shown(more: &str) -> String {
    let findings = read(&format!("{LEAST}{more}")).expect_err("a mistake");
    let shown = |finding: &Diagnostic| format!("{finding:?}{}", finding.location.source.text());
    findings.iter().map(shown).collect::<Vec<_>>().concat()
}

#[test]
fn a_password_in_the_relay_url_is_an_error_and_hidden() {
    let more = "relay: { url: \"smtps://ann:hunter2@smtp.example.org\" }\n";
    assert_eq!(
        told_with(more),
        [format!(
            "4:15 `relay.url`: a password has no place in this file | {HINT}"
        )]
    );
    assert!(!shown(more).contains("hunter2"));
    assert!(shown(more).contains("ann:*******@smtp.example.org"));
}

#[test]
fn a_password_is_found_before_anything_else_is_said_of_the_url() {
    for url in [
        "ann:hunter2@smtp.example.org",
        "https://ann:hunter2@x y",
        "smtp://ann:a/hunter2@host:0",
    ] {
        let more = format!("relay: {{ url: \"{url}\" }}\n");
        assert_eq!(told_with(&more).len(), 1, "{url}");
        assert!(!shown(&more).contains("hunter2"), "{url}");
    }
}

#[test]
fn a_key_that_sounds_like_a_password_is_told_where_it_belongs() {
    for key in ["password", "pass", "smtp_password", "client_secret", "Passphrase"] {
        let more = format!("relay:\n  url: smtps://smtp.example.org\n  {key}: \"hünter2\"\n");
        let told = told_with(&more);
        assert_eq!(
            told,
            [format!(
                "6:3 `relay.{key}`: a password has no place in this file | {HINT}"
            )]
        );
        assert!(!shown(&more).contains("nter2"));
    }
    let told = told_with("password: hunter2\n");
    assert_eq!(
        told,
        [format!(
            "4:1 `password`: a password has no place in this file | {HINT}"
        )]
    );
}

#[test]
fn a_password_is_hidden_wherever_it_stands() {
    let more = "relay:\n  url: smtp://localhost\n  auth: { users: [{ password: hunter2 }] }\npassword: a\npassword: hunter2\n";
    assert_eq!(told_with(more).len(), 3);
    assert!(!shown(more).contains("hunter2"));
}

#[test]
fn hiding_moves_nothing() {
    let more = "password: \"hünter2\"\nunknown_thing: 1\n";
    let findings = read(&format!("{LEAST}{more}")).unwrap_err();
    let places: Vec<_> = findings
        .iter()
        .map(|finding| finding.location.position().line)
        .collect();
    assert_eq!(places, [4, 5]);
    let last = &findings[1].location;
    assert_eq!(last.span.of(last.source.text()), "unknown_thing");
}

#[test]
fn a_database_url_is_refused_without_showing_its_password() {
    let more = "ledger: postgres://digest:hunter2@db.example.org/ledger\n";
    let hint = "write the path of a file, as `.digest/ledger.db`";
    assert_eq!(
        told_with(more),
        [format!(
            "4:9 `ledger`: only SQLite is supported by this build | {hint}"
        )]
    );
    assert!(!shown(more).contains("hunter2"));
}
