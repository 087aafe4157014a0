//! `digest send --test`, `--dry-run`, and what asks nobody.

use digest_cli::foundation::{Clock, ExitStatus};

use crate::support::{ISSUE, Newsroom, SmtpServer, Step, say};

const LIST: &str = "email,name\nann@example.org,Ann\nbob@example.org,Bob\n";

fn newsroom() -> Newsroom {
    Newsroom::new(LIST, SmtpServer::faultless())
}

/// A newsroom that has a ledger, and with it a key.
fn with_ledger() -> Newsroom {
    let newsroom = newsroom();
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    newsroom
}

fn subject(text: &str) -> &str {
    text.lines()
        .find_map(|line| line.strip_prefix("Subject: "))
        .expect("a subject")
}

#[test]
fn a_test_copy_goes_out_every_time_marked_and_counts_for_nothing() {
    let newsroom = with_ledger().clock(Clock::system());
    newsroom.edit_issue("status: ready", "status: draft");
    let before = newsroom.states();
    for time in 1..=2 {
        let ran = newsroom
            .run(["send", ISSUE, "--test", "chief@example.com"])
            .success();
        assert!(
            ran.stdout.contains("chief@example.com: accepted"),
            "{}",
            ran.stdout
        );
        let copies = newsroom.relay().taken();
        let tests: Vec<_> = copies
            .iter()
            .filter(|copy| copy.address() == "chief@example.com")
            .collect();
        assert_eq!(tests.len(), time);
        assert!(
            subject(&tests[time - 1].text).contains("[test]"),
            "{}",
            tests[time - 1].text
        );
        assert!(
            tests[time - 1].text.contains("Dear reader"),
            "{}",
            tests[time - 1].text
        );
    }
    let copies = newsroom.relay().taken();
    let ids: std::collections::BTreeSet<_> = copies
        .iter()
        .filter_map(|copy| copy.text.lines().find(|line| line.starts_with("Message-ID:")))
        .collect();
    assert_eq!(ids.len(), 3, "{ids:?}");
    assert_eq!(newsroom.states(), before);
}

#[test]
fn a_test_copy_is_filled_as_its_own_row_or_as_somebody_else() {
    let newsroom = with_ledger();
    newsroom
        .run(["send", ISSUE, "--test", "Bob@example.org"])
        .success();
    newsroom
        .run([
            "send",
            ISSUE,
            "--test",
            "chief@example.com",
            "--as",
            "ann@example.org",
        ])
        .success();
    let copies = newsroom.relay().taken();
    assert!(copies[1].text.contains("Dear Bob"), "{}", copies[1].text);
    assert!(copies[2].text.contains("Dear Ann"), "{}", copies[2].text);
    assert_eq!(copies[2].address(), "chief@example.com");

    let stranger = newsroom
        .run([
            "send",
            ISSUE,
            "--test",
            "chief@example.com",
            "--as",
            "nobody@example.org",
        ])
        .expect(ExitStatus::CannotStart);
    assert!(
        stranger.stderr.contains("stands on none of the issue's lists"),
        "{}",
        stranger.stderr
    );
}

#[test]
fn a_test_that_the_relay_refuses_says_what_it_said() {
    let server = SmtpServer::new(|moment| {
        (moment.step == Step::Recipient && moment.line.contains("chief"))
            .then(|| say("550 5.1.1 no such user"))
    });
    let newsroom = Newsroom::new(LIST, server);
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let ran = newsroom
        .run(["send", ISSUE, "--test", "chief@example.com"])
        .expect(ExitStatus::Findings);
    assert!(
        ran.stdout
            .contains("chief@example.com: refused at RCPT (550 5.1.1 no such user)"),
        "{}",
        ran.stdout
    );
}

#[test]
fn a_test_into_the_sandbox_needs_no_ledger() {
    let newsroom = newsroom();
    newsroom
        .run(["send", ISSUE, "--test", "chief@example.com", "--sandbox"])
        .success();
    assert!(newsroom.taken().is_empty());
    let new = newsroom.path(".digest/sandbox/Maildir/new");
    assert_eq!(std::fs::read_dir(new).expect("a Maildir").count(), 1);
}

#[test]
fn a_dry_run_shows_the_plan_and_changes_nothing() {
    let newsroom = newsroom();
    let ran = newsroom
        .run(["send", ISSUE, "--dry-run", "--new-ledger"])
        .success();
    assert!(ran.stderr.contains("to send"), "{}", ran.stderr);
    assert!(!newsroom.path("sends").exists());
    assert!(newsroom.states().is_empty());
    assert_eq!(newsroom.relay().count("Greeting"), 0);
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), ["ann@example.org", "bob@example.org"]);
}

#[test]
fn with_nobody_to_ask_the_missing_word_is_named() {
    let newsroom = newsroom();
    let ran = newsroom
        .run(["send", ISSUE, "--new-ledger"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("`--yes` sends without asking"),
        "{}",
        ran.stderr
    );
    assert!(newsroom.taken().is_empty());
    assert!(!newsroom.path("sends").exists());
    // The ledger was given back.
    newsroom.send([]).success();
}

#[test]
fn a_draft_goes_to_no_list() {
    let newsroom = newsroom();
    newsroom.edit_issue("status: ready", "status: draft");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("`drafts/a.md` is a draft"), "{}", ran.stderr);
    assert!(ran.stderr.contains("status: ready"), "{}", ran.stderr);
    assert!(!newsroom.path(".digest").exists());
    newsroom.run(["send", ISSUE, "--sandbox", "--yes"]).success();
    assert!(newsroom.taken().is_empty());
}

#[test]
fn findings_stop_a_send_before_a_ledger_is_made() {
    let newsroom = newsroom();
    newsroom.edit_issue("## Society and Culture", "## Society and Cutlure");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("drafts/a.md"), "{}", ran.stderr);
    assert!(ran.stderr.contains("did you mean"), "{}", ran.stderr);
    assert!(!newsroom.path(".digest").exists());
}
