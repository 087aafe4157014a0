//! # What it checks
//!
//! Bullets are a Markdown list, and not lines with a typed `•` or its like. A dash counts where two lines begin with one; a single line says who was
//! quoted, as any does below a block quote.
//!
//! # Why it matters
//!
//! Text pasted from a word processor brings its bullets as characters. Markdown makes one paragraph of such lines, so that all items run together
//! in the mail, and screen readers announce no list.
//!
//! # Example
//!
//! ```markdown
//! • First item …
//! • Second item …
//! ```
//!
//! # Instead
//!
//! Begin each item with `- ` in place of the sign:
//!
//! ```markdown
//! - First item …
//! - Second item …
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, plural};

pub(in crate::check) const RULE: Rule = Rule {
    name: "typed-bullet",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("typed_bullet.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for section in &scope.sections.read {
        let typed = scope.typed_bullets(section.written);
        let Some(first) = typed.first() else { continue };
        let sign: String = first.of(scope.text()).chars().take(1).collect();
        let message = match typed.len() {
            1 => format!("this line begins with a typed `{sign}`, which makes no list"),
            lines => format!(
                "{} of this section begin with a typed `{sign}`, which makes no list",
                plural(lines, "line")
            ),
        };
        let hint = format!("begin each item with `- ` in place of the `{sign}`");
        findings.push(scope.finding(*first, message).hinted(hint));
    }
    findings
}
