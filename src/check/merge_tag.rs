//! Tags of other mailing programs.

use memchr::memmem::Finder;

use crate::foundation::{ByteSet, Span};

/// A tag of another program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MergeTag {
    /// Where it stands in the text that was searched.
    pub(super) span: Span,
    /// Our name for what it asks for, where that is known.
    pub(super) field: Option<&'static str>,
    /// Whether it can be nothing else.
    pub(super) certain: bool,
}

/// How tags begin and end, and whether one with any name is surely a tag.
const MARKS: [(&str, &str, bool); 8] = [
    ("*|", "|*", true),
    ("%%", "%%", true),
    ("<<", ">>", false),
    ("[[", "]]", false),
    ("${", "}", false),
    ("{", "}", false),
    ("%", "%", false),
    ("[", "]", false),
];
/// What such tags ask for, and our names for it. White space, dashes, underscores and capitals do not count.
const FIELDS: [(&str, &str); 14] = [
    ("firstname", "first_name"),
    ("fname", "first_name"),
    ("givenname", "first_name"),
    ("lastname", "last_name"),
    ("lname", "last_name"),
    ("surname", "last_name"),
    ("fullname", "name"),
    ("subscribername", "name"),
    ("email", "email"),
    ("emailaddress", "email"),
    ("unsub", "unsubscribe"),
    ("unsubscribe", "unsubscribe"),
    ("unsubscribelink", "unsubscribe"),
    ("unsubscribeurl", "unsubscribe"),
];
/// No name is longer.
const LONGEST: usize = 40;

/// The tags of other programs in a text, whose bytes are known, in their order and apart from each other.
pub(super) fn merge_tags(text: &str, bytes: &ByteSet) -> Vec<MergeTag> {
    let mut found: Vec<MergeTag> = Vec::new();
    let holds = |mark: &str| mark.bytes().all(|byte| bytes.has(byte));
    for (open, close, any_name) in MARKS
        .into_iter()
        .filter(|(open, close, _)| holds(open) && holds(close))
    {
        let opens = Finder::new(open);
        let mut at = 0;
        while let Some(start) = opens.find(&text.as_bytes()[at..]).map(|start| at + start) {
            let inner = start + open.len();
            at = inner;
            let near = &text[inner..text.floor_char_boundary(inner + LONGEST)];
            let Some(end) = end_of(near, close).map(|end| inner + end) else {
                continue;
            };
            let span = Span::new(start, end + close.len());
            let Some(tag) = tag(text, span, Span::new(inner, end), any_name) else {
                continue;
            };
            if found
                .iter()
                .all(|other| other.span.end <= span.start || span.end <= other.span.start)
            {
                found.push(tag);
            }
            at = span.end;
        }
    }
    found.sort_by_key(|tag| tag.span);
    found
}

/// Where the mark that ends a tag begins.
fn end_of(near: &str, close: &str) -> Option<usize> {
    let first = *close.as_bytes().first()?;
    let mut ends = memchr::memchr_iter(first, near.as_bytes());
    ends.find(|at| near[*at..].starts_with(close))
}

fn tag(text: &str, span: Span, inner: Span, any_name: bool) -> Option<MergeTag> {
    let name = inner.of(text);
    let open = &text[span.start..inner.start];
    let before = text[..span.start].chars().next_back();
    let is_tag = match open {
        // A link's text, or its label.
        "[" => {
            !text[span.end..].starts_with(['(', '[', ':'])
                && before != Some(']')
                && before != Some('[')
                && is_told_apart(name)
        }
        // `100%email%`, and the codes of an address.
        "%" => {
            before.is_none_or(|c| !c.is_alphanumeric())
                && name.chars().all(|c| c.is_ascii_uppercase() || c == '_')
        }
        "{" => before != Some('{') && before != Some('$') && !text[span.end..].starts_with('}'),
        _ => true,
    };
    if !is_tag {
        return None;
    }
    let field = field_of(name);
    let shaped = name.starts_with(|c: char| c.is_alphabetic())
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-' | ' '));
    let certain = any_name && shaped;
    (certain || field.is_some()).then_some(MergeTag { span, field, certain })
}

/// Whether a name in square brackets is one that no sentence would have there: `[First Name]`, `[FNAME]`.
fn is_told_apart(name: &str) -> bool {
    !matches!(
        name.to_ascii_lowercase().as_str(),
        "email" | "unsubscribe" | "surname"
    )
}

/// Our name for what a tag of another program asks for; `None` for what is not known to be such a name.
pub(super) fn field_of(name: &str) -> Option<&'static str> {
    let name = name.trim();
    let marks = |c: char| matches!(c, '_' | '-' | ' ' | '.');
    let known = FIELDS.iter().find(|(known, _)| {
        let mut letters = name
            .chars()
            .filter(|c| !marks(*c))
            .map(|c| c.to_ascii_lowercase());
        known.chars().all(|c| letters.next() == Some(c)) && letters.next().is_none()
    });
    known.map(|(_, field)| *field)
}
