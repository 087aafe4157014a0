//! Brackets and quotation marks that stand alone.

use crate::foundation::{ByteSet, Span};

/// What closes what.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PairKind {
    /// `( )`, wide ones too.
    Round,
    /// `[ ]`, wide ones too.
    Square,
    /// `「 」`.
    Corner,
    /// `" "`, `“ ”`, `„ “`.
    Quote,
    /// `« »`, whichever comes first.
    Guillemet,
}

/// A bracket or quotation mark that lacks its other half.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Unpaired {
    /// What it is.
    pub(super) kind: PairKind,
    /// The sign itself.
    pub(super) span: Span,
    /// Whether the other half would have to follow.
    pub(super) opens: bool,
}

/// Smiles; where one stands, brackets cannot be told.
const SMILEYS: [&str; 8] = [":)", ";)", "-)", "=)", ":(", "-(", "(:", "(;"];

/// What brackets and quotation marks begin with in UTF-8.
pub(super) const PAIRED: ByteSet = ByteSet::holding(b"()[]\"\xC2\xE2\xE3\xEF");

/// The signs of a text that lack their other half there, in order. What can be something else (a list's `a)`, a smiley, 12") is let pass.
pub(super) fn unpaired(text: &str) -> Vec<Unpaired> {
    let signs = signs(text);
    let mut found = brackets(text, &signs);
    found.extend(marks(text, &signs, PairKind::Quote));
    found.extend(marks(text, &signs, PairKind::Guillemet));
    if found.is_empty() {
        return found;
    }
    // An excerpt that is cut off closes nothing.
    if text.trim_end().ends_with(['…', '⋯']) || text.trim_end().ends_with("...") {
        found.retain(|mark| !mark.opens);
    }
    found.sort_unstable_by_key(|mark| mark.span);
    found
}

fn brackets(text: &str, signs: &[(usize, char)]) -> Vec<Unpaired> {
    let mut open: Vec<Unpaired> = Vec::new();
    let mut found = Vec::new();
    for (at, c) in signs.iter().copied() {
        let Some((kind, opens)) = bracket(c) else { continue };
        let span = Span::new(at, at + c.len_utf8());
        let mark = Unpaired { kind, span, opens };
        if opens {
            open.push(mark);
        } else if let Some(place) = open.iter().rposition(|mark| mark.kind == kind) {
            found.extend(open.drain(place..).skip(1));
        } else if let Some(place) = open
            .iter()
            .rposition(|mark| is_interval(&text[mark.span.end..at]))
        {
            open.truncate(place);
        } else if !is_list_marker(&text[..at]) {
            found.push(mark);
        }
    }
    found.extend(open);
    // Markdown that did not take is another matter.
    if found.is_empty() || text.contains("](") {
        return Vec::new();
    }
    if found.iter().any(|mark| mark.kind == PairKind::Round)
        && SMILEYS.iter().any(|smile| text.contains(smile))
    {
        found.retain(|mark| mark.kind != PairKind::Round);
    }
    found
}

/// The characters of a text that may be brackets or marks.
fn signs(text: &str) -> Vec<(usize, char)> {
    let places = PAIRED.places_in(text);
    let signs = places.filter_map(|at| Some((at, text[at..].chars().next()?)));
    signs.collect()
}

fn bracket(c: char) -> Option<(PairKind, bool)> {
    Some(match c {
        '(' | '（' => (PairKind::Round, true),
        ')' | '）' => (PairKind::Round, false),
        '[' | '［' => (PairKind::Square, true),
        ']' | '］' => (PairKind::Square, false),
        '「' => (PairKind::Corner, true),
        '」' => (PairKind::Corner, false),
        _ => return None,
    })
}

/// `[0, 1)` holds no words.
fn is_interval(inside: &str) -> bool {
    inside.contains(',') && !inside.chars().any(char::is_alphabetic)
}

/// Whether a list's item begins with what stands before a bracket: `a)`, `12)`, `iii)`.
fn is_list_marker(before: &str) -> bool {
    let token = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let length = token.chars().count();
    (1..=3).contains(&length) && token.chars().all(char::is_alphanumeric)
}

/// The quotation mark of a kind that is one too many.
fn marks(text: &str, signs: &[(usize, char)], kind: PairKind) -> Option<Unpaired> {
    let mut open: Option<Unpaired> = None;
    let mut alone: Option<Unpaired> = None;
    let mut count = 0;
    let mut is_sure = true;
    let signs = signs.iter().copied();
    for (at, c) in signs.filter(|(_, c)| mark(*c) == Some(kind)) {
        let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
        // Hebrew abbreviations have one between their last two letters.
        if c == '"' && before.ends_with(is_hebrew) && after.starts_with(is_hebrew) {
            continue;
        }
        // Inches, or the end of a quotation.
        is_sure &= !(c == '"' && before.ends_with(|c: char| c.is_ascii_digit()));
        count += 1;
        let span = Span::new(at, at + c.len_utf8());
        let begins = before
            .chars()
            .next_back()
            .is_none_or(|c| c.is_whitespace() || c == '(');
        let ends = !begins && after.chars().next().is_none_or(|c| !c.is_alphanumeric());
        let mark = Unpaired {
            kind,
            span,
            opens: open.is_none() && !ends,
        };
        open = match open {
            None if ends => {
                alone = alone.or(Some(mark));
                None
            }
            None => Some(mark),
            Some(first) if begins => {
                alone = alone.or(Some(first));
                Some(Unpaired { opens: true, ..mark })
            }
            Some(_) => None,
        };
    }
    // `Read more »` is an arrow.
    let is_arrow = kind == PairKind::Guillemet && !text.contains('«');
    (is_sure && count % 2 == 1 && !is_arrow)
        .then_some(alone.or(open))
        .flatten()
}

fn is_hebrew(c: char) -> bool {
    ('\u{5D0}'..='\u{5EA}').contains(&c)
}

fn mark(c: char) -> Option<PairKind> {
    match c {
        '"' | '“' | '”' | '„' => Some(PairKind::Quote),
        '«' | '»' => Some(PairKind::Guillemet),
        _ => None,
    }
}
