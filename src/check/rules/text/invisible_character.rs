//! # What it checks
//!
//! No character that readers cannot see, or that takes the place of one that was lost, stands in the text: zero-width spaces and joiners, soft
//! hyphens, marks that turn the direction of writing, control characters, the replacement character `�`, doubled no-break spaces. Joiners in emoji
//! and in the scripts that need them, direction marks in text from right to left, and all that is written as an entity (`&shy;`) do not count.
//!
//! # Why it matters
//!
//! They come with text that is pasted from web pages and word processors. A word with one inside is not found by search, is read out in pieces,
//! and shows as a box in some mail programs. Spam filters count them: senders use them to hide words (Gmail's sender guidelines forbid it).
//!
//! # Example
//!
//! ```markdown
//! The Cas�pian ports
//! ```
//!
//! # Instead
//!
//! Take them out. `digest check --fix` does where that changes nothing that can be read.

use crate::check::{Check, DraftScope, Family, Finding, Rule, Unseen};
use crate::foundation::{ByteSet, Fix, Severity, Span};
use crate::issue::ProseBlock;

/// The control characters of ASCII, and what the others begin with.
const CONTROLS: ByteSet = ByteSet::holding(&[0x7F, 0xC2, 0xE2])
    .with(0x00, 0x08)
    .with(0x0B, 0x0C)
    .with(0x0E, 0x1F);
/// What the characters begin with that nobody sees.
const UNSEEN: ByteSet = CONTROLS.with(0xD8, 0xD8).with(0xEF, 0xEF);

pub(in crate::check) const RULE: Rule = Rule {
    name: "invisible-character",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("invisible_character.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = controls(scope);
    let blocks = scope.prose().blocks.iter();
    for block in blocks.filter(|block| block.bytes.meets(&UNSEEN)) {
        for run in runs(&block.text) {
            if let Some(place) = scope.literal(block, run) {
                findings.extend(finding(scope, block, run, place));
            }
        }
    }
    findings
}

/// Control characters, wherever they stand: some of them are no text to Markdown.
fn controls(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for part in scope.parts() {
        if !part.bytes.meets(&CONTROLS) {
            continue;
        }
        for (at, c) in signs(&part.shown, &CONTROLS) {
            if let Some((Unseen::Control, name)) = Unseen::of(c) {
                let place = part.place(Span::new(at, at + c.len_utf8()));
                findings.push(hidden(scope, place, name, c, 1));
            }
        }
    }
    findings
}

/// The characters of a text that begin with one of these bytes.
fn signs<'a>(text: &'a str, first: &'a ByteSet) -> impl Iterator<Item = (usize, char)> + 'a {
    let places = first.places_in(text);
    places.filter_map(|at| Some((at, text[at..].chars().next()?)))
}

/// The runs of one and the same character that nobody sees.
fn runs(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (at, c) in signs(text, &UNSEEN).filter(|(_, c)| Unseen::of(*c).is_some()) {
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end == at && last.of(text).starts_with(c) => last.end = end,
            _ => found.push(Span::new(at, end)),
        }
    }
    found
}

fn finding(scope: &DraftScope<'_>, block: &ProseBlock, run: Span, place: Span) -> Option<Finding> {
    let text = block.text.as_str();
    let c = run.of(text).chars().next()?;
    let (unseen, name) = Unseen::of(c)?;
    let before = text[..run.start].chars().next_back();
    let after = text[run.end..].chars().next();
    if unseen.belongs(before, after, text) {
        return None;
    }
    match unseen {
        Unseen::Control => return None,
        Unseen::NoBreakSpace => return doubled(scope, block, run, place),
        Unseen::Lost => {
            let message = format!("{name} (U+{:04X}) stands where something was lost", u32::from(c));
            return Some(
                scope
                    .finding(place, message)
                    .hinted("write what stood here before"),
            );
        }
        _ => {}
    }
    let finding = hidden(scope, place, name, c, run.len() / c.len_utf8());
    let removed = || Fix::removing(place, format!("take {name} out"));
    Some(match unseen {
        Unseen::SoftHyphen => finding.at(Severity::Info).mended_by(removed()),
        Unseen::Break | Unseen::Joiner | Unseen::Direction => finding.mended_by(removed()),
        _ => finding,
    })
}

/// A character that does something out of sight, and how to find it.
fn hidden(scope: &DraftScope<'_>, place: Span, name: &str, c: char, times: usize) -> Finding {
    let code = u32::from(c);
    let message = match times {
        1 => format!("{name} (U+{code:04X}) stands here, which nobody sees"),
        _ => format!("{name} (U+{code:04X}) stands here {times} times, which nobody sees"),
    };
    let finding = scope.finding(place, message);
    finding.hinted("take it out: set the cursor right behind it, and press backspace")
}

/// A no-break space beside a space: one of them is enough.
fn doubled(scope: &DraftScope<'_>, block: &ProseBlock, run: Span, place: Span) -> Option<Finding> {
    let text = block.text.as_str();
    let is_space = |c: char| c == ' ' || c == '\u{A0}';
    let start = text[..run.start].trim_end_matches(is_space).len();
    let end = text.len() - text[run.end..].trim_start_matches(is_space).len();
    let alone = end - start == '\u{A0}'.len_utf8();
    let further = text[start..run.start].contains('\u{A0}');
    if alone || further || start == 0 || end == text.len() {
        return None;
    }
    let finding = scope.finding(place, "a no-break space (U+00A0) stands beside another space");
    let fix = scope
        .literal(block, Span::new(start, end))
        .map(|around| Fix::replacing(around, " ", "write one space"));
    Some(
        finding
            .at(Severity::Info)
            .hinted("write one space")
            .mended_if(fix),
    )
}
