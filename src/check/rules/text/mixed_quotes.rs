//! # What it checks
//!
//! A draft's quotation marks are straight (`"`) or curly (`“ ”`), not some of each, and so are its apostrophes (`'` and `’`). Marks of feet, inches, minutes and
//! seconds do not count.
//!
//! # Why it matters
//!
//! Nobody chooses to mix them: the curly ones came with text that was pasted from a word processor, and readers see whose sentences are whose.
//!
//! # Example
//!
//! ```markdown
//! “Four ports” were widened; "ships still wait".
//! ```
//!
//! # Instead
//!
//! Search and replace, one way or the other.

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::ProseBlock;

/// What curly marks begin with in UTF-8.
const CURLY: u8 = 0xE2;

pub(in crate::check) const RULE: Rule = Rule {
    name: "mixed-quotes",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("mixed_quotes.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let curly = |block: &ProseBlock| block.bytes.has(CURLY);
    if !scope.prose().blocks.iter().any(curly) {
        return Vec::new();
    }
    // An apostrophe says nothing of quotation marks: Chinese has curly ones, and O'Reilly among them.
    let quotes = Marks::of(scope, "\"", ["“", "”"]).finding(scope, "quotation marks");
    let finding = quotes.or_else(|| Marks::of(scope, "'", ["‘", "’"]).finding(scope, "apostrophes"));
    finding.into_iter().collect()
}

/// The marks of a kind, straight and curly.
#[derive(Default)]
struct Marks {
    straight: Vec<Span>,
    curly: Vec<Span>,
}

impl Marks {
    fn of(scope: &DraftScope<'_>, straight: &str, curly: [&str; 2]) -> Self {
        let mut marks = Self::default();
        for block in &scope.prose().blocks {
            let text = block.text.as_str();
            let place = |(at, sign): (usize, &str)| scope.literal(block, Span::new(at, at + sign.len()));
            let plain = text
                .match_indices(straight)
                .filter(|(at, _)| !is_measure(&text[..*at]));
            marks.straight.extend(plain.filter_map(place));
            let mut bent: Vec<_> = curly.iter().flat_map(|sign| text.match_indices(sign)).collect();
            bent.sort_unstable();
            marks.curly.extend(bent.into_iter().filter_map(place));
        }
        marks
    }

    fn finding(&self, scope: &DraftScope<'_>, what: &str) -> Option<Finding> {
        let (curly, straight) = (self.curly.len(), self.straight.len());
        if curly == 0 || straight == 0 {
            return None;
        }
        let (fewer, style) = if curly < straight {
            (&self.curly, "straight")
        } else {
            (&self.straight, "curly")
        };
        let message = format!("{what} are mixed in this draft: {curly} curly, {straight} straight");
        let hint = format!("make them all {style}, as most are; this is the first of the others");
        Some(scope.finding(*fewer.first()?, message).hinted(hint))
    }
}

/// `6'` and `12"`.
fn is_measure(before: &str) -> bool {
    before.ends_with(|c: char| c.is_ascii_digit())
}
