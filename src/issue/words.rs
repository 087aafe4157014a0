//! How many words a reader reads.

use std::borrow::Cow;

use comrak::nodes::Node;
use comrak::{Arena, parse_document};
use unicode_segmentation::UnicodeSegmentation;

use super::filling::{filled, slots};
use super::visible_text::visible_text;
use super::{markdown_options, scan_tags};

/// The words of a piece of Markdown by UAX #29 section 4.1: those of the text that is seen. A URL counts none, a `{{ … }}` one, a statement
/// or comment none.
pub fn count_words(markdown: &str) -> usize {
    let filled = filled(markdown, &scan_tags(markdown));
    let arena = Arena::new();
    words_below(parse_document(&arena, &filled, &markdown_options()))
}

/// The words of a tree that was parsed from a filled text.
pub(super) fn words_below(node: Node<'_>) -> usize {
    let text = visible_text(node);
    let text = without_urls(&text);
    slots(&text) + words_of(&text)
}

/// The words of a text by UAX #29. White space parts words, so each piece between is looked at by itself: most are ASCII letters, and one word.
fn words_of(text: &str) -> usize {
    let pieces = text.split_ascii_whitespace();
    pieces
        .map(|piece| {
            if is_one_word(piece.as_bytes()) {
                1
            } else {
                piece.unicode_words().count()
            }
        })
        .sum()
}

/// Whether a piece is ASCII letters, with nothing but a few marks at its ends.
fn is_one_word(piece: &[u8]) -> bool {
    let is_mark = |byte: &u8| matches!(byte, b',' | b'.' | b';' | b':' | b')' | b'(');
    let start = piece.iter().take_while(|byte| is_mark(byte)).count();
    let letters = piece[start..]
        .iter()
        .take_while(|byte| byte.is_ascii_alphabetic())
        .count();
    letters > 0 && piece[start + letters..].iter().all(is_mark)
}

/// The text less its URLs that Markdown made no links of (in code, say).
fn without_urls(text: &str) -> Cow<'_, str> {
    if !text.contains("://") {
        return Cow::Borrowed(text);
    }
    let chunks = text.split_inclusive(char::is_whitespace);
    Cow::Owned(chunks.flat_map(|chunk| [before_url(chunk), " "]).collect())
}

fn before_url(chunk: &str) -> &str {
    let Some(colon) = chunk.find("://") else {
        return chunk;
    };
    chunk[..colon].trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "+-.".contains(c))
}
