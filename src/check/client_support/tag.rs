//! A tag as it stands in the text.

use crate::foundation::Span;

/// An opening or closing tag.
#[derive(Debug, Clone)]
pub(super) struct Tag<'a> {
    /// The element's name, as written.
    pub(super) name: &'a str,
    /// Whether it is `</name>`.
    pub(super) closing: bool,
    /// From `<` to `>`.
    pub(super) span: Span,
    /// What it says more.
    pub(super) attributes: Vec<Attribute<'a>>,
    /// Whether a conditional comment keeps it from Outlook on Windows.
    pub(super) not_for_word: bool,
}

/// `name="value"`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Attribute<'a> {
    /// Its name, as written.
    pub(super) name: &'a str,
    /// What stands between the quotes, as written.
    pub(super) value: &'a str,
    /// Where the value begins.
    pub(super) value_start: usize,
    /// The whole of it.
    pub(super) span: Span,
}

impl<'a> Tag<'a> {
    /// Whether it is of an element.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut attributes = self.attributes.iter();
        attributes
            .find(|attribute| attribute.name.eq_ignore_ascii_case(name))
            .map(|attribute| attribute.value)
    }

    /// Reads the tag at `start`, where a `<` and a letter stand, or `</` and a letter.
    pub(super) fn read(html: &'a str, start: usize) -> Self {
        let bytes = html.as_bytes();
        let closing = bytes.get(start + 1) == Some(&b'/');
        let name_start = start + 1 + usize::from(closing);
        let name_end = until(bytes, name_start, |byte| {
            byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>')
        });
        let mut attributes = Vec::new();
        let mut at = name_end;
        loop {
            at = until(bytes, at, |byte| !byte.is_ascii_whitespace() && byte != b'/');
            if at >= bytes.len() || bytes[at] == b'>' {
                break;
            }
            let attribute = Attribute::read(html, at);
            at = attribute.span.end;
            attributes.push(attribute);
        }
        Self {
            name: &html[name_start..name_end],
            closing,
            span: Span::new(start, (at + 1).min(bytes.len())),
            attributes,
            not_for_word: false,
        }
    }
}

impl<'a> Attribute<'a> {
    fn read(html: &'a str, start: usize) -> Self {
        let bytes = html.as_bytes();
        // A name may begin with `=`, and ends with the next.
        let name_end = until(bytes, start + 1, |byte| {
            byte.is_ascii_whitespace() || matches!(byte, b'/' | b'>' | b'=')
        });
        let name = &html[start..html.ceil_char_boundary(name_end)];
        let equals = until(bytes, name_end, |byte| !byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            return Self {
                name,
                value: "",
                value_start: name_end,
                span: Span::new(start, name_end),
            };
        }
        let value_start = until(bytes, equals + 1, |byte| !byte.is_ascii_whitespace());
        let (from, to, end) = if let Some(quote @ (b'"' | b'\'')) = bytes.get(value_start) {
            let to = until(bytes, value_start + 1, |byte| byte == *quote);
            (value_start + 1, to, (to + 1).min(bytes.len()))
        } else {
            let to = until(bytes, value_start, |byte| {
                byte.is_ascii_whitespace() || byte == b'>'
            });
            (value_start, to, to)
        };
        Self {
            name,
            value: html.get(from..to).unwrap_or_default(),
            value_start: from,
            span: Span::new(start, end),
        }
    }
}

/// The first byte from `at` on that is looked for, or the end.
fn until(bytes: &[u8], at: usize, found: impl Fn(u8) -> bool) -> usize {
    let at = at.min(bytes.len());
    let ahead = bytes[at..].iter().position(|byte| found(*byte));
    ahead.map_or(bytes.len(), |ahead| at + ahead)
}
