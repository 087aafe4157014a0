//! Sentences.

use crate::foundation::{ByteSet, Span};

/// Abbreviations after which a sentence goes on though a capital follows.
const ABBREVIATIONS: [&str; 22] = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Gen.", "Col.", "Sen.", "Rep.", "Gov.", "Lt.", "Sgt.",
    "Jr.", "Sr.", "vs.", "No.", "Nos.", "e.g.", "i.e.", "etc.", "U.S.",
];
/// No abbreviation is longer, without its last point.
const LONGEST: usize = "Prof".len();
/// What ends a sentence where white space follows.
const STOPS: [char; 3] = ['.', '!', '?'];
/// What ends one whatever follows.
const FULL_STOPS: [char; 4] = ['。', '！', '？', '\n'];
/// What both begin with in UTF-8.
const FIRST: ByteSet = ByteSet::holding(b".!?\n\xE3\xEF");
/// What may stand between a stop and the space behind it.
const CLOSING: [char; 10] = [')', ']', '"', '\'', '”', '’', '»', '›', '」', '』'];

/// The sentences of a text, without white space at their ends: parted as UAX #29 section 5 does, told from the signs that end them alone. Small
/// letters go on with a sentence after a full stop, and so does what follows an abbreviation or an initial.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let bytes = text.as_bytes();
    // Most texts have none of the others, and three signs are found at once.
    let is_plain = memchr::memchr3(b'\n', 0xE3, 0xEF, bytes).is_none();
    let next = |from: usize| {
        if is_plain {
            memchr::memchr3(b'.', b'!', b'?', &bytes[from..]).map(|at| from + at)
        } else {
            FIRST.first_in(text, from)
        }
    };
    while let Some(stop) = next(at) {
        if !text[stop..].starts_with(|c: char| STOPS.contains(&c) || FULL_STOPS.contains(&c)) {
            at = stop + 1;
            continue;
        }
        let rest = &text[stop..];
        let signs = rest.trim_start_matches(|c: char| STOPS.contains(&c) || FULL_STOPS.contains(&c));
        let behind = signs.trim_start_matches(CLOSING);
        at = text.len() - behind.len();
        if ends_sentence(&text[start..stop], &text[stop..at], behind) {
            push(&mut found, text, start, at);
            start = at;
        }
    }
    push(&mut found, text, start, text.len());
    found
}

/// Whether a sentence ends with these signs, given what stands before and behind them.
fn ends_sentence(before: &str, signs: &str, behind: &str) -> bool {
    if signs.contains(FULL_STOPS) {
        return true;
    }
    let next = behind.trim_start();
    if next.is_empty() {
        return true;
    }
    if next.len() == behind.len() {
        return false;
    }
    if signs.starts_with(['!', '?']) {
        return true;
    }
    let goes_on = next.starts_with(char::is_lowercase);
    !goes_on && (signs != "." || !is_abbreviated(before))
}

/// Whether the full stop after `before` belongs to its last word.
fn is_abbreviated(before: &str) -> bool {
    let start = before
        .rfind(char::is_whitespace)
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    let word = before[start..].trim_start_matches(['(', '"', '“', '‘', '\'']);
    let mut signs = word.chars();
    let is_initial = signs.next().is_some_and(char::is_uppercase) && signs.as_str().is_empty();
    let known = |known: &str| known.strip_suffix('.') == Some(word);
    is_initial || word.len() <= LONGEST && ABBREVIATIONS.iter().any(|abbreviation| known(abbreviation))
}

fn push(found: &mut Vec<Span>, text: &str, start: usize, end: usize) {
    let sentence = &text[start..end];
    let from = start + sentence.len() - sentence.trim_start().len();
    let to = from + sentence.trim().len();
    if to > from {
        found.push(Span::new(from, to));
    }
}
