//! Paragraphs of plain text, wrapped.

use std::borrow::Cow;

use textwrap::core::Word;
use textwrap::{Options, WordSeparator, WordSplitter, WrapAlgorithm};

/// `text` in lines of at most `width` columns (East Asian wide characters count two), the first line begun with `first_indent` and each
/// further one with `indent`. A line end in `text` is kept; words longer than a line, and addresses of pages, stay whole. No line ends
/// in white space, and the last has no line end.
pub fn wrapped(text: &str, first_indent: &str, indent: &str, width: usize) -> String {
    let options = Options::new(width)
        .initial_indent(first_indent)
        .subsequent_indent(indent)
        .break_words(false)
        .word_splitter(WordSplitter::NoHyphenation)
        .wrap_algorithm(WrapAlgorithm::FirstFit)
        .word_separator(WordSeparator::Custom(words));
    let text = collapsed(text);
    let lines = textwrap::wrap(&text, options);
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| line.trim_end_matches([' ', '\t']))
        .collect();
    lines.join("\n")
}

/// Runs of spaces become one, as in HTML: a slot that was filled with nothing leaves no gap. Line ends stay.
fn collapsed(text: &str) -> Cow<'_, str> {
    let is_space = |byte: u8| byte == b' ';
    let is_gap = |pair: &[u8]| match pair {
        [one, two] => is_space(*one) && (is_space(*two) || *two == b'\n') || *one == b'\n' && is_space(*two),
        _ => false,
    };
    let bytes = text.as_bytes();
    let ends = [bytes.first(), bytes.last()];
    let is_loose = ends.into_iter().flatten().any(|byte| is_space(*byte))
        || bytes.contains(&b'\t')
        || bytes.windows(2).any(is_gap);
    if !is_loose {
        return Cow::Borrowed(text);
    }
    let line = |line: &str| {
        let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    };
    Cow::Owned(text.split('\n').map(line).collect::<Vec<String>>().join("\n"))
}

/// Break opportunities by UAX #14, but none inside what looks like an address: `https://example.org/a-b` is useless in two halves.
fn words(line: &str) -> Box<dyn Iterator<Item = Word<'_>> + '_> {
    let mut found = Vec::new();
    for chunk in line.split_inclusive(' ') {
        if is_plain_word(chunk) || is_address(chunk) {
            found.push(Word::from(chunk));
        } else {
            found.extend(WordSeparator::UnicodeBreakProperties.find_words(chunk));
        }
    }
    Box::new(found.into_iter())
}

/// Whether a chunk is of letters and digits with a little punctuation, in which UAX #14 breaks nowhere: most words are, and need no tables.
fn is_plain_word(chunk: &str) -> bool {
    let word = chunk.trim_end_matches(' ').trim_end_matches(['!', '?']);
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b".,;:'\"()".contains(&byte);
    chunk.len() - word.len() < 2 && word.bytes().all(is_plain)
}

fn is_address(chunk: &str) -> bool {
    chunk.contains("://") || chunk.contains("www.") || chunk.contains('@')
}
