//! The rule `uppercase-body`.

use crate::check::{NOTHING, found_there};
use crate::support::{TestPublication, good_draft};

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    let draft = good_draft().replace("This week we", &format!("{more} This week we"));
    found_there("uppercase-body", &TestPublication::new().draft(&draft))
}

#[test]
fn fires_where_most_letters_are_capitals() {
    let findings = with_lead(&"SHIPS STILL WAIT FOR DAYS. ".repeat(80));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("drafts/a.md:8:3 warning uppercase-body: 7")
            && findings[0].ends_with(
                " % of the letters are capitals -- write as sentences are written, and stress with `**…**` what needs it"
            ),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_sentences_code_and_scripts_without_capitals() {
    assert_eq!(with_lead("NATO, OSCE and the EU."), NOTHING);
    assert_eq!(with_lead(&"`SELECT NAME FROM SHIPS` ".repeat(80)), NOTHING);
    assert_eq!(with_lead(&"船只仍需等候数日。".repeat(80)), NOTHING);
}
