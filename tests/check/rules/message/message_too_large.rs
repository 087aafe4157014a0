//! The rule `message-too-large`.

use crate::check::{NOTHING, found_there};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// What is found of the good draft with these thresholds.
fn with_limits(limits: &str) -> Vec<String> {
    let config =
        format!("{HOUSE_STYLE}{FOOTER}check: {{ rules: {{ message-too-large: {{ {limits} }} }} }}\n");
    found_there(
        "message-too-large",
        &TestPublication::with_config(&config).draft(&good_draft()),
    )
}

#[test]
fn fires_above_what_many_servers_take() {
    let findings = with_limits("warn_bytes: 2000");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("drafts/a.md:8:3 warning message-too-large: the message has ")
            && findings[0].contains(" bytes; many servers take no more than 2,000 -- "),
        "{findings:?}"
    );
}

#[test]
fn fires_as_an_error_above_what_anybody_takes() {
    let findings = with_limits("warn_bytes: 1000, error_bytes: 2000");
    assert!(
        findings[0].contains(" error message-too-large: the message has ")
            && findings[0].contains(" bytes, and mailbox providers take 2,000 -- "),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_an_ordinary_issue() {
    assert_eq!(with_limits("warn_bytes: 40000"), NOTHING);
    assert_eq!(with_limits(""), NOTHING);
}
