//! # What it checks
//!
//! Beside the preheader at its top the HTML part holds no text that is not shown (`display: none`, letters of size 0, the attribute `hidden`).
//!
//! # Why it matters
//!
//! Gmail's guidelines for senders forbid hidden content, as it shows one thing to filters and another to readers; rspamd counts it
//! (`MANY_INVISIBLE_PARTS`). Screen readers read some of it aloud.
//!
//! # Example
//!
//! ```html
//! <div style="display: none">news politics economy society culture</div>
//! ```
//!
//! # Instead
//!
//! Show it, or take it out. A text for phones and another for wide screens are better one text.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, plural};

const BLOCKS: Limit = Limit {
    rule: "hidden-content",
    key: "blocks",
    usual: 1,
    says: "the most texts of the HTML part that are not shown, the preheader included",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "hidden-content",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("hidden_content.rs"),
    limits: &[BLOCKS],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let hidden = &scope.page().hidden;
    let most = scope.written.limit(BLOCKS);
    let Some(first) = hidden.get(most).filter(|_| hidden.len() > most) else {
        return Vec::new();
    };
    let beginning: String = first.trim().chars().take(40).collect();
    let message = format!(
        "{} of the HTML part are not shown; `{beginning}` is one",
        plural(hidden.len(), "text")
    );
    let finding = Finding::new(scope.in_template("issue.html", first.trim()), message);
    vec![finding.hinted("show it or take it out; only the preheader at the top may be hidden")]
}
