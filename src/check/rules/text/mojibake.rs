//! # What it checks
//!
//! No letters stand in the text that come of UTF-8 being read as Windows-1252 or Windows-1251: `â€™` for `’`, `Ã©` for `é`, `Ð¿Ñ€Ð¸` for `при`.
//!
//! # Why it matters
//!
//! Readers cannot make out the word, and every mail program shows the same rubbish, since the wrong letters are what the file now truly says.
//!
//! # Example
//!
//! ```markdown
//! The ministryâ€™s promise
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The ministry’s promise
//! ```
//!
//! Copy the text anew from where it came, or write the signs by hand.

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

/// Letters that the first bytes of Europe's letters become.
const LEADS: [char; 8] = ['Â', 'Ã', 'Å', 'Ä', 'Ð', 'Ñ', 'Î', 'Ï'];
/// Signs that may well follow a letter: `CAFÉ”`.
const CLOSING: [char; 13] = [
    '”', '’', '“', '‘', '…', '–', '—', '»', '«', '\u{A0}', '™', '•', '®',
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "mojibake",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("mojibake.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let blocks = scope.prose().blocks.iter();
    let findings = blocks.filter_map(|block| {
        let (garbled, meant) = runs(&block.text).find_map(|run| {
            let (garbled, meant) = meant(run.of(&block.text))?;
            Some((garbled.shifted(run.start), meant))
        })?;
        let place = scope.literal(block, garbled)?;
        let message = format!("`{}` is what became of other letters", garbled.of(&block.text));
        let hint = format!("write what it was, probably `{meant}`; look for more of it in this paragraph");
        Some(scope.finding(place, message).hinted(hint))
    });
    findings.collect()
}

/// The runs of signs that are not ASCII, of two at least.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text.as_bytes()[at..].iter().position(|byte| !byte.is_ascii())?;
        let rest = &text.as_bytes()[start..];
        let length = rest.iter().position(u8::is_ascii).unwrap_or(rest.len());
        at = start + length;
        Some(Span::new(start, at))
    })
    .filter(|run| run.of(text).chars().nth(1).is_some())
}

/// The part of a run that was other letters, and which.
fn meant(run: &str) -> Option<(Span, String)> {
    // Of the closing quotation mark nothing more may be left.
    if run == "â€" {
        return Some((Span::new(0, run.len()), "”".to_owned()));
    }
    read_as(run, WINDOWS_1252, is_sure_western).or_else(|| read_as(run, WINDOWS_1251, is_sure_cyrillic))
}

/// The first part of a run that is UTF-8 once it is written in an encoding, if that cannot be by chance.
fn read_as(
    run: &str,
    encoding: &'static Encoding,
    is_sure: fn(&[char], &str) -> bool,
) -> Option<(Span, String)> {
    let mut follows = run.chars().zip(run.chars().skip(1));
    if !follows.any(|(lead, next)| {
        lead.is_alphabetic() && !('À'..='ÿ').contains(&next) && !('А'..='я').contains(&next)
    }) {
        return None;
    }
    let (bytes, _, is_lossy) = encoding.encode(run);
    if is_lossy {
        return None;
    }
    let signs: Vec<char> = run.chars().collect();
    let mut start = 0;
    while start < bytes.len() {
        let utf8 = match std::str::from_utf8(&bytes[start..]) {
            Ok(all) => all,
            Err(error) => std::str::from_utf8(&bytes[start..start + error.valid_up_to()]).unwrap_or_default(),
        };
        if utf8.is_empty() {
            start += 1;
            continue;
        }
        let garbled = &signs[start..start + utf8.len()];
        if is_sure(garbled, utf8) {
            let offset = |count: usize| signs[..count].iter().map(|c| c.len_utf8()).sum();
            let span = Span::new(offset(start), offset(start + utf8.len()));
            // Some text went wrong twice.
            let twice = meant(utf8).filter(|(inner, _)| inner.len() == utf8.len());
            return Some((span, twice.map_or_else(|| utf8.to_owned(), |(_, meant)| meant)));
        }
        start += utf8.len();
    }
    None
}

fn is_sure_western(garbled: &[char], utf8: &str) -> bool {
    let letters = utf8.chars().count();
    match garbled {
        ['â', '€' | '‚' | '„', ..] | ['ð', 'Ÿ', ..] => true,
        [lead, next] => LEADS.contains(lead) && !CLOSING.contains(next),
        [_, next, _] if letters == 1 => !CLOSING.contains(next),
        _ => letters > 1 && !garbled[1..].iter().all(|c| CLOSING.contains(c)),
    }
}

fn is_sure_cyrillic(garbled: &[char], utf8: &str) -> bool {
    garbled.starts_with(&['в', 'Ђ']) || utf8.chars().count() > 2
}
