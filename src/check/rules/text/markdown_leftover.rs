//! # What it checks
//!
//! No marks of Markdown are left in the text that readers see: `**` and `__` that make nothing bold, `](` of a link that is none, a space between a
//! link's text and its address, `##` without a space after it, a backtick without its other half. What is escaped (`\*\*`) is meant.
//!
//! # Why it matters
//!
//! Readers get the marks in place of what they stand for: asterisks around a word, an address in the middle of a sentence.
//!
//! # Example
//!
//! ```markdown
//! ** Four ports ** were widened, says the [report] (https://example.org/report).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! **Four ports** were widened, says the [report](https://example.org/report).
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{ByteSet, Severity, Span};
use crate::issue::{ABSENT, BlockKind};

/// The signs of Markdown that are looked for.
const SIGNS: ByteSet = ByteSet::holding(b"*_]#`");

pub(in crate::check) const RULE: Rule = Rule {
    name: "markdown-leftover",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("markdown_leftover.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        if matches!(block.kind, BlockKind::Subject | BlockKind::Preheader) || !block.bytes.meets(&SIGNS) {
            continue;
        }
        for (span, hint) in leftovers(&block.text) {
            if let Some(place) = scope.literal(block, span) {
                let message = format!("readers see this `{}` as it stands", span.of(&block.text));
                findings.push(scope.finding(place, message).hinted(hint));
            }
        }
    }
    findings
}

/// The marks in a text, the first of each kind.
fn leftovers(text: &str) -> Vec<(Span, &'static str)> {
    let mut found = Vec::new();
    let bold = "write `**` right before the first letter and right after the last, with nothing between";
    found.extend(doubled(text, "**").map(|span| (span, bold)));
    found.extend(doubled(text, "__").map(|span| (span, bold)));
    let link = "write a link as `[text](https://…)`: no space between `]` and `(`, and none in the address";
    found.extend(link_marks(text).map(|span| (span, link)));
    let heading = "write a space after the `#`";
    found.extend(heading_marks(text).map(|span| (span, heading)));
    let code = "close it with another backtick, or write an apostrophe";
    found.extend(backtick(text).map(|span| (span, code)));
    found
}

/// The first of the marks that would make text bold, where there are two of them, or one right before a word.
fn doubled(text: &str, mark: &str) -> Option<Span> {
    let sign = mark.chars().next()?;
    let is_word = |c: char| c.is_alphanumeric();
    let mut marks = text.match_indices(mark).filter(|(at, _)| {
        let (before, after) = (&text[..*at], &text[at + mark.len()..]);
        let longer = before.ends_with(sign) || after.starts_with(sign);
        // `2**3`, `f**k`, `__init__`, `**/*.md`
        let inside = before.ends_with(is_word) && after.starts_with(is_word);
        !longer && !inside && !before.ends_with('/') && !after.starts_with(['/', '.'])
    });
    let (first, _) = marks.next()?;
    let before = &text[..first];
    let opens = text[first + mark.len()..].starts_with(is_word) && !before.ends_with(is_word);
    let is_dunder = sign == '_' && opens;
    (!is_dunder && (opens || marks.next().is_some())).then(|| Span::new(first, first + mark.len()))
}

/// `](`. Where the address of a page follows, the rule on malformed links speaks of it.
fn link_marks(text: &str) -> Option<Span> {
    let is_page = |address: &str| {
        address.starts_with(ABSENT) || ["http", "www."].iter().any(|begin| address.starts_with(begin))
    };
    let mut marks = text.match_indices("](").map(|(at, _)| Span::new(at, at + 2));
    marks.find(|mark| !is_page(&text[mark.end..]))
}

/// `##Heading`; a single `#` begins a hashtag.
fn heading_marks(text: &str) -> Option<Span> {
    let rest = text.trim_start_matches('#');
    let length = text.len() - rest.len();
    ((2..=6).contains(&length) && rest.starts_with(char::is_alphabetic)).then(|| Span::new(0, length))
}

/// A backtick that is no apostrophe within a word.
fn backtick(text: &str) -> Option<Span> {
    let (at, _) = text.match_indices('`').find(|(at, _)| {
        let (before, after) = (&text[..*at], &text[at + 1..]);
        let apostrophe = before.ends_with(char::is_alphabetic) && after.starts_with(char::is_alphabetic);
        !apostrophe && !before.ends_with('`') && !after.starts_with('`')
    })?;
    Some(Span::new(at, at + 1))
}
