//! The texts of a draft that are sent to readers.

use std::cell::OnceCell;

use crate::foundation::{ByteSet, Span};
use crate::issue::{Draft, Spanned, Tag, scan_tags};

use super::hidden_spans;

/// A text of a draft that is sent: the subject, the preheader, or all that follows the front matter.
pub(super) struct Written<'a> {
    /// The text.
    pub(super) text: &'a str,
    /// Where it stands in the draft.
    pub(super) span: Span,
    /// Whether it stands there letter by letter; a YAML value with escapes does not.
    literal: bool,
    /// The text with code and comments as spaces, each byte in its place.
    pub(super) shown: String,
    /// The bytes of that.
    pub(super) bytes: ByteSet,
    /// Its tags, found when they are first asked for.
    tags: OnceCell<Vec<Tag>>,
}

/// The texts of a draft that are sent.
pub(super) fn written_parts(draft: &Draft) -> Vec<Written<'_>> {
    let text = draft.source.text();
    let front = &draft.front;
    let values = [front.subject.as_ref(), front.preheader.as_ref()];
    let mut parts: Vec<Written<'_>> = values
        .into_iter()
        .flatten()
        .map(|value| Written::value(value, text))
        .collect();
    let body = front.span.map_or(0, |span| span.end);
    let shown = without(&hidden_spans(&text[body..]), &text[body..]);
    parts.push(Written {
        text: &text[body..],
        span: Span::new(body, text.len()),
        literal: true,
        bytes: ByteSet::of(&shown),
        shown,
        tags: OnceCell::new(),
    });
    parts
}

impl<'a> Written<'a> {
    fn value(value: &'a Spanned<String>, text: &str) -> Self {
        let found = value.span.of(text).find(&value.value);
        let start = value.span.start + found.unwrap_or_default();
        Self {
            text: &value.value,
            span: match found {
                Some(_) => Span::new(start, start + value.value.len()),
                None => value.span,
            },
            literal: found.is_some(),
            shown: value.value.clone(),
            bytes: ByteSet::of(&value.value),
            tags: OnceCell::new(),
        }
    }

    /// Where a part of the text stands in the draft.
    pub(super) fn place(&self, part: Span) -> Span {
        if self.literal {
            part.shifted(self.span.start)
        } else {
            self.span
        }
    }

    /// The template tags that mean something: those outside code and comments.
    pub(super) fn tags(&self) -> &[Tag] {
        self.tags.get_or_init(|| scan_tags(&self.shown))
    }
}

/// The text with what is hidden as spaces.
fn without(hidden: &[Span], text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    for hidden in hidden {
        let start = hidden.start.max(at);
        shown.push_str(&text[at..start]);
        at = hidden.end.max(start);
        let blank = text[start..at].bytes();
        shown.extend(blank.map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
    }
    shown.push_str(&text[at..]);
    shown
}
