//! # What it checks
//!
//! No sign of punctuation stands twice (`,,` `..` `;;`) or beside one that it cannot stand beside (`,.`). Three full stops are an ellipsis, and `?!`
//! is a tone of voice; `!!` and `??` are noted, but in the subject and the title.
//!
//! # Why it matters
//!
//! It is what is left when a sentence was cut or moved, and it tells readers that nobody read the sentence again. Style guides for newsletters ask
//! for one exclamation mark at a time (Mailchimp content style guide, on grammar and mechanics).
//!
//! # Example
//!
//! ```markdown
//! Ministers met in Aktau,, and agreed on little..
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Ministers met in Aktau, and agreed on little.
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{ByteSet, Fix, Severity, Span};
use crate::issue::{BlockKind, PartOf, ProseBlock};

/// The signs that are looked at, in several scripts.
const SIGNS: [char; 14] = [
    '.', ',', ';', ':', '!', '?', '،', '؛', '。', '，', '；', '、', '！', '？',
];

/// What those beyond ASCII begin with in UTF-8.
const WIDE: ByteSet = ByteSet::holding(b"\xD8\xE3\xEF");

pub(in crate::check) const RULE: Rule = Rule {
    name: "doubled-punctuation",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("doubled_punctuation.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for block in &scope.prose().blocks {
        // How loud a subject is another rule says.
        let is_subject = block.kind == BlockKind::Subject || block.part == PartOf::Title;
        if !may_double(block) {
            continue;
        }
        for run in runs(&block.text) {
            let Some(place) = scope.literal(block, run) else {
                continue;
            };
            let signs = run.of(&block.text);
            let Some(one) = instead_of(signs) else { continue };
            let is_loud = matches!(one, "!" | "?" | "！" | "？");
            if is_loud && is_subject {
                continue;
            }
            let finding = scope.finding(place, format!("`{signs}` is written where one sign is meant"));
            let finding = finding.hinted(format!("write `{one}`"));
            findings.push(if is_loud {
                finding.at(Severity::Info)
            } else if is_plain(block, run, signs) {
                finding.mended_by(Fix::replacing(place, one, format!("write `{one}`")))
            } else {
                finding
            });
        }
    }
    findings
}

/// Whether two signs may stand side by side.
fn may_double(block: &ProseBlock) -> bool {
    let text = block.text.as_bytes();
    let doubles = |at: usize| {
        text.get(at + 1)
            .is_some_and(|next| SIGNS.contains(&char::from(*next)))
    };
    block.bytes.meets(&WIDE)
        || memchr::memchr3_iter(b'.', b',', b';', text).any(doubles)
        || memchr::memchr3_iter(b':', b'!', b'?', text).any(doubles)
}

/// What is meant by several signs; `None` where they may stand as they do.
fn instead_of(signs: &str) -> Option<&str> {
    let first = signs.chars().next()?;
    let alike = signs.chars().all(|c| c == first);
    let length = first.len_utf8();
    match signs {
        ",." | ";." | ";," => Some(&signs[1..]),
        // Three are an ellipsis, and `::` is code's; further ones are let pass with them.
        _ if !alike || (first == '.' || first == '。') && signs.len() > 2 * length || first == ':' => None,
        _ => Some(&signs[..length]),
    }
}

/// Whether it cannot be meant otherwise: two full stops in a text's midst may want to be an ellipsis.
fn is_plain(block: &ProseBlock, run: Span, signs: &str) -> bool {
    matches!(signs, ",," | ";;") || signs == ".." && run.end == block.text.len()
}

/// Runs of two signs or more that end something: they stand after a word and before a space, a closing sign or nothing.
fn runs(text: &str) -> impl Iterator<Item = Span> + '_ {
    let mut at = 0;
    let found = std::iter::from_fn(move || {
        let start = at + text[at..].find(SIGNS)?;
        let rest = &text[start..];
        let length = rest.find(|c| !SIGNS.contains(&c)).unwrap_or(rest.len());
        at = start + length;
        Some(Span::new(start, at))
    });
    found.filter(|run| {
        let is_word = |c: char| c.is_alphanumeric() || matches!(c, ')' | ']' | '"' | '”' | '’' | '»');
        let after = text[run.end..].chars().next();
        let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, ')' | ']' | '"' | '”' | '’' | '»'));
        let wide = run.of(text).len() > run.of(text).chars().count();
        run.len() > 1
            && run.of(text).chars().nth(1).is_some()
            && text[..run.start].ends_with(is_word)
            && (ends || wide)
    })
}
