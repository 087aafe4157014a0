//! # What it checks
//!
//! A text part that a template of one's own makes is not mostly blank: no more than two of three lines are empty, and no more than five in a row.
//!
//! # Why it matters
//!
//! Loops and conditions in a template leave their line ends behind. Readers scroll through nothing, and filters know mail that pushes what it has to
//! say out of sight.
//!
//! # Example
//!
//! ```text
//! {% for section in sections %}
//!
//! {% if section.bullets %}
//!
//! {% endif %}
//!
//! {% endfor %}
//! ```
//!
//! # Instead
//!
//! Write `{%-` or `-%}` where the white space before or behind a tag should go.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::Severity;

const RUN: Limit = Limit {
    rule: "text-part-blank",
    key: "run",
    usual: 5,
    says: "the most empty lines in a row of the text part",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "text-part-blank",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("text_part_blank.rs"),
    limits: &[RUN],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own("issue.txt") {
        return Vec::new();
    }
    let (mut blank, mut lines, mut run, mut longest) = (0, 0, 0, 0);
    for line in scope.copy.text.lines() {
        lines += 1;
        if line.trim().is_empty() {
            blank += 1;
            run += 1;
            longest = longest.max(run);
        } else {
            run = 0;
        }
    }
    let message = if longest > scope.written.limit(RUN) {
        format!("the text part has {longest} empty lines in a row")
    } else if blank * 3 > lines * 2 {
        format!("{blank} of the text part's {lines} lines are empty")
    } else {
        return Vec::new();
    };
    let finding = Finding::new(scope.template("issue.txt"), message);
    vec![finding.hinted("write `{%-` or `-%}` where the white space beside a tag should go")]
}
