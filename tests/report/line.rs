//! Findings, a line each.

use digest_cli::report::line;

use super::{finding_at, written};

#[test]
fn each_finding_is_a_line_that_editors_jump_by() {
    let findings = [finding_at("Été: TK", "TK"), finding_at("one\ntwo", "two")];
    assert_eq!(
        written(|out| line(&findings, out)),
        "drafts/a.md:1:6: error: `TK` is wrong [some-rule]\ndrafts/a.md:2:1: error: `two` is wrong [some-rule]\n"
    );
}

#[test]
fn what_a_message_quotes_begins_no_line() {
    let mut found = finding_at("TK", "TK");
    found.message = "a\nb\u{1b}c".to_owned();
    assert_eq!(
        written(|out| line(&[found], out)),
        "drafts/a.md:1:1: error: a b c [some-rule]\n"
    );
}
