//! # What it checks
//!
//! A draft has no more than 10 exclamation marks.
//!
//! # Why it matters
//!
//! Where everything is exciting, nothing is. Style guides ask to use them sparingly (Mailchimp) or not at all (GOV.UK), and filters count them among
//! the signs of spam.
//!
//! # Example
//!
//! ```markdown
//! Four ports were widened! Ships still wait! Read on!
//! ```
//!
//! # Instead
//!
//! Keep the one that is meant.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{Severity, Span};

const MARKS: Limit = Limit {
    rule: "exclamation-excess",
    key: "marks",
    usual: 10,
    says: "the most exclamation marks of an issue",
};

/// What a wide `！` begins with in UTF-8.
const WIDE: u8 = 0xEF;

pub(in crate::check) const RULE: Rule = Rule {
    name: "exclamation-excess",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("exclamation_excess.rs"),
    limits: &[MARKS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(MARKS);
    let blocks = scope.prose().blocks.iter();
    let blocks = blocks.filter(|block| block.bytes.has(b'!') || block.bytes.has(WIDE));
    let marks: Vec<Span> = blocks
        .flat_map(|block| {
            let marks = block
                .text
                .match_indices(['!', '！'])
                .filter(|(at, _)| !block.text[..*at].ends_with(['!', '！']));
            marks.map(|(at, sign)| block.place(Span::new(at, at + sign.len())))
        })
        .collect();
    let Some(first) = marks.get(most) else {
        return Vec::new();
    };
    let message = format!(
        "the issue has {} exclamation marks; of more than {most} none says anything",
        marks.len()
    );
    vec![
        scope
            .finding(*first, message)
            .hinted("keep those that are meant, and end the other sentences with a full stop"),
    ]
}
