//! # What it checks
//!
//! Where the text refers to an address by a label, as `[text][label]` does, the label is defined: a line `[label]: https://…` stands in the draft.
//!
//! # Why it matters
//!
//! Without it there is no link, and readers see the brackets.
//!
//! # Example
//!
//! ```markdown
//! The [report][ports] is out.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [report][ports] is out.
//!
//! [ports]: https://example.org/report
//! ```
//!
//! What is in code, or has its brackets escaped (`\[`), is meant as it stands. So are numbers in brackets one after the other.

use crate::check::addresses::is_plain_sign;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::ProseBlock;

/// The longest text in brackets that is looked at, in bytes.
const LONGEST: usize = 500;

pub(in crate::check) const RULE: Rule = Rule {
    name: "reference-undefined",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("reference_undefined.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let blocks = scope.prose().blocks.iter().filter(|block| block.bytes.has(b']'));
    blocks.flat_map(|block| in_block(scope, block)).collect()
}

fn in_block(scope: &DraftScope<'_>, block: &ProseBlock) -> Vec<Finding> {
    let joints = block.text.match_indices("][").map(|(at, _)| at);
    let findings = joints.filter_map(|joint| {
        let all = reference(&block.text, joint)?;
        let signs = [
            Span::new(all.start, all.start + 1),
            Span::new(joint, joint + 2),
            Span::new(all.end - 1, all.end),
        ];
        if !signs.iter().all(|sign| is_plain_sign(block, *sign, scope.text())) {
            return None;
        }
        // `[[lib][parser] Mend it](address)` is one link.
        let place = block.place(all);
        if scope.prose().links.iter().any(|link| link.span.contains(place)) {
            return None;
        }
        let text = Span::new(all.start + 1, joint).of(&block.text);
        let label = Span::new(joint + 2, all.end - 1).of(&block.text);
        let label = if label.trim().is_empty() { text } else { label };
        let message = format!("`{label}` is not defined, so this is no link");
        let finding = scope.finding(place, message);
        Some(finding.hinted(format!(
            "write `[text](address)`, or a line `[{label}]: https://…` below"
        )))
    });
    findings.collect()
}

/// All of `[text][label]` around its inner brackets.
fn reference(text: &str, joint: usize) -> Option<Span> {
    let from = text.floor_char_boundary(joint.saturating_sub(LONGEST));
    let mut depth = 0;
    let start = text[from..joint]
        .rmatch_indices(['[', ']'])
        .find_map(|(at, sign)| {
            depth += if sign == "]" { 1 } else { -1 };
            (depth < 0).then_some(from + at)
        })?;
    let after = &text[joint + 2..];
    let end = joint + 2 + after.find(['[', ']'])?;
    let label = &text[joint + 2..end];
    let inner = &text[start + 1..joint];
    let is_closed = text[end..].starts_with(']') && label.len() <= LONGEST && !label.contains('\n');
    // `a[i][j]`, `[1][2]`, and `[x][y][z]` are no references.
    let follows_word = text[..start].ends_with(|c: char| c.is_alphanumeric() || c == ']');
    let is_text = inner.contains(|c: char| c.is_alphabetic()) || inner.contains(crate::issue::ABSENT);
    let is_index = text[end + 1..].starts_with('[');
    (is_closed && !follows_word && is_text && !is_index).then(|| Span::new(start, end + 1))
}
