//! What one rule finds, where others may find something too.

use super::found_in;
use crate::support::{TestPublication, check_text, good_draft};

/// What a rule finds in a publication.
pub(super) fn of_rule(rule: &str, publication: &TestPublication) -> Vec<String> {
    let named = format!(" {rule}: ");
    let findings = found_in(publication).into_iter();
    findings.filter(|finding| finding.contains(&named)).collect()
}

/// What a rule finds in the good draft where a template of the publication's own makes the page.
pub(super) fn of_page(rule: &str, page: &str) -> Vec<String> {
    let publication = TestPublication::new()
        .draft(&good_draft())
        .file("templates/issue.html", page);
    of_rule(rule, &publication)
}

/// What is found in the good draft with something more in a paragraph of its own, in the first section on line 14.
pub(super) fn with_block(block: &str) -> Vec<String> {
    let text = good_draft().replacen(
        "- The first note on politics",
        &format!("{block}\n\n- The first note on politics"),
        1,
    );
    let findings = check_text(&text).diagnostics;
    let findings = findings.iter().filter(|found| found.rule != "stray-content");
    findings.map(super::shown).collect()
}
