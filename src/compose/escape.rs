//! Values made harmless for where they stand.

use std::borrow::Cow;
use std::fmt::Write;

use crate::edition::Place;
use crate::foundation::{every_byte, is_printable};

/// A value escaped for its place. What no line of text holds (control characters, line and paragraph separators) becomes a space first,
/// but for URLs, where it is percent-encoded.
pub(super) fn escape(value: &str, place: Place) -> Cow<'_, str> {
    if stays(value, place) {
        return Cow::Borrowed(value);
    }
    Cow::Owned(match place {
        Place::HtmlText => html(&one_line(value), false),
        Place::HtmlAttribute | Place::Link => html(&one_line(value), true),
        Place::UrlPart => percent(value),
        Place::Text => one_line(value),
    })
}

/// Whether a value is of octets that are the same in every place of that kind, whatever stands beside them: most are of nothing else.
fn stays(value: &str, place: Place) -> bool {
    let octets = value.as_bytes();
    match place {
        Place::UrlPart => every_byte(octets, is_unreserved),
        Place::Text => is_printable(octets),
        Place::HtmlText | Place::HtmlAttribute | Place::Link => every_byte(octets, |byte| {
            matches!(byte, b' '..=b'~') && !matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
        }),
    }
}

/// RFC 3986 section 2.3.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

/// The text with every character that could end a line, or that is not meant to be seen, as a space.
pub(super) fn one_line(text: &str) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().map(|c| if breaks(c) { ' ' } else { c }).collect()
}

fn html(text: &str, in_attribute: bool) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' if in_attribute => escaped.push_str("&quot;"),
            '\'' if in_attribute => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Percent-encoded but for the unreserved characters (RFC 3986 section 2.3).
pub(super) fn percent(text: &str) -> String {
    percent_but(text, is_unreserved)
}

/// A URL whose characters outside RFC 3986 are percent-encoded; what is encoded already stays so.
pub(super) fn url(text: &str) -> String {
    percent_but(text, |byte| {
        byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte)
    })
}

fn percent_but(text: &str, stays: impl Fn(u8) -> bool) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if stays(byte) {
            encoded.push(char::from(byte));
        } else {
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    encoded
}
