//! Copies that carry DKIM signatures.

use std::fs;

use digest_cli::foundation::ExitStatus;

use crate::compose::dkim_key;
use crate::support::{ISSUE, Newsroom, SmtpServer};

const SETTINGS: &str = "dkim:\n  - { selector: s1, key_file: .digest/dkim.pem }\n";

fn newsroom(key: &str) -> Newsroom {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    newsroom.configure(SETTINGS);
    newsroom.write_secret(".digest/dkim.pem", key);
    newsroom
}

/// What came, dots as they were.
fn received(newsroom: &Newsroom) -> String {
    newsroom.relay().taken()[0].text.clone()
}

#[test]
fn every_copy_that_leaves_is_signed_for_the_from_address() {
    let newsroom = newsroom(&dkim_key());
    newsroom.send([]).success();
    for copy in newsroom.relay().taken() {
        assert!(
            copy.text
                .starts_with("DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;"),
            "{}",
            copy.text
        );
        assert!(
            copy.text.contains("\r\n d=example.org;\r\n s=s1;"),
            "{}",
            copy.text
        );
    }
}

#[test]
fn what_render_shows_is_what_was_sent_signature_and_all() {
    let newsroom = newsroom(&dkim_key());
    newsroom.send([]).success();
    let reader = newsroom.relay().taken()[0].address().to_owned();
    let shown = newsroom
        .run(["render", ISSUE, "--format", "eml", "--as", &reader])
        .success();
    assert_eq!(shown.stdout, received(&newsroom));
}

#[test]
fn a_test_copy_is_signed_too() {
    let newsroom = newsroom(&dkim_key());
    newsroom
        .run(["send", ISSUE, "--dry-run", "--new-ledger", "--yes"])
        .success();
    newsroom
        .run(["send", ISSUE, "--test", "editor@example.org"])
        .success();
    assert!(received(&newsroom).starts_with("DKIM-Signature: "));
}

#[test]
fn a_clone_without_the_key_still_shows_the_copy_and_says_what_is_missing() {
    let newsroom = newsroom(&dkim_key());
    fs::remove_file(newsroom.path(".digest/dkim.pem")).expect("it can be removed");
    let shown = newsroom.run(["render", ISSUE, "--format", "eml"]).success();
    assert!(shown.stdout.starts_with("Date: "), "{}", shown.stdout);
    assert!(
        shown.stderr.contains("there is no `.digest/dkim.pem` here"),
        "{}",
        shown.stderr
    );
}

#[test]
fn nothing_leaves_where_a_key_cannot_sign() {
    for (key, said) in [
        (
            "hello",
            "`.digest/dkim.pem` cannot sign: it holds no private key in PEM",
        ),
        (
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
            "it is encrypted with a passphrase",
        ),
    ] {
        let newsroom = newsroom(key);
        let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
        assert!(newsroom.relay().taken().is_empty());
    }
    let newsroom = newsroom(&dkim_key());
    fs::remove_file(newsroom.path(".digest/dkim.pem")).expect("it can be removed");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("`.digest/dkim.pem` cannot be read"),
        "{}",
        ran.stderr
    );
}

#[cfg(unix)]
#[test]
fn a_key_that_others_can_read_is_refused() {
    use std::os::unix::fs::PermissionsExt as _;
    let newsroom = newsroom(&dkim_key());
    let path = newsroom.path(".digest/dkim.pem");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).expect("it is ours");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .contains("`.digest/dkim.pem` holds a secret, and others can read it (mode 644)"),
        "{}",
        ran.stderr
    );
}
