//! The clearance to send.

use digest_cli::check::Cleared;
use digest_cli::edition::{Edition, LinkStyle, ListHeaders, Slotted};
use digest_cli::foundation::Severity;

use crate::support::{check_text, good_draft};

fn edition(issue: &str) -> Edition {
    Edition {
        publication: "weekly.example.org".to_owned(),
        publication_title: "Our Weekly".to_owned(),
        issue: issue.to_owned(),
        language: "en".to_owned(),
        from_name: "Our Weekly".to_owned(),
        from_email: "weekly@example.org".to_owned(),
        reply_to: None,
        envelope_sender: "weekly@example.org".to_owned(),
        bounce_delimiter: None,
        subject: Slotted::fixed("Crossroads"),
        html: Slotted::default(),
        text: Slotted::default(),
        unsubscribe: LinkStyle::default(),
        headers: ListHeaders::default(),
    }
}

#[test]
fn a_draft_without_errors_is_cleared() {
    let cleared =
        Cleared::new(edition("2019-02-05-crossroads"), &check_text(&good_draft())).expect("it is cleared");
    assert_eq!(cleared.edition().issue, "2019-02-05-crossroads");
}

#[test]
fn warnings_do_not_hold_a_draft_back() {
    let findings = check_text(&good_draft().replacen("says who did what, ", "", 1).replacen(
        " and why it matters to readers",
        "",
        1,
    ));
    assert_eq!(findings.count(Severity::Warning), 1);
    assert!(Cleared::new(edition("2019-02-05-crossroads"), &findings).is_ok());
}

#[test]
fn errors_hold_a_draft_back_and_are_told() {
    let findings = check_text(&good_draft().replace("## Society and Culture", "## Society and Cultre"));
    let failure = Cleared::new(edition("2019-02-05-crossroads"), &findings).expect_err("it is held back");
    assert_eq!(
        failure.message,
        "the issue `2019-02-05-crossroads` cannot be sent: it has 1 error"
    );
    assert_eq!(failure.diagnostics.len(), 1);
    assert_eq!(failure.diagnostics[0].rule, "section-unknown");
}

#[test]
fn findings_that_were_thrown_away_clear_nothing() {
    let mut findings = check_text(&good_draft().replace("## Society and Culture", "## Society and Cultre"));
    findings.diagnostics.clear();
    assert!(Cleared::new(edition("2019-02-05-crossroads"), &findings).is_err());
}

#[test]
fn the_findings_of_one_issue_clear_no_other() {
    let failure = Cleared::new(edition("2019-02-12-ports"), &check_text(&good_draft()))
        .expect_err("it was not checked");
    assert_eq!(failure.message, "the issue `2019-02-12-ports` was not checked");
}
