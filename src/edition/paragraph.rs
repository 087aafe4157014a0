//! Paragraphs of plain text, wrapped.

use std::borrow::Cow;

use memchr::{memchr, memrchr};
use textwrap::WordSeparator;
use textwrap::core::Word;
use unicode_width::UnicodeWidthStr;

use crate::foundation::{ByteSet, every_byte, is_printable, no_pair};

/// `text` in lines of at most `width` columns (East Asian wide characters count two), the first line begun with `first_indent` and each
/// further one with `indent`. A line end in `text` is kept; words longer than a line, and addresses of pages, stay whole. No line ends
/// in white space, and the last has no line end.
pub fn wrapped(text: &str, first_indent: &str, indent: &str, width: usize) -> String {
    let text = collapsed(text);
    let mut lines = Lines {
        written: String::with_capacity(text.len() + text.len() / 8),
        indents: [first_indent, indent],
        rooms: [first_indent, indent].map(|indent| width.saturating_sub(indent.width())),
        number: 0,
        filled: 0,
    };
    for (number, line) in text.split('\n').enumerate() {
        if number > 0 {
            lines.end();
        }
        if lines.hold_whole(line) {
            lines.add(line, line.len());
        } else if is_parted_by_spaces(line) {
            lines.fill(line);
        } else {
            each_word(line, |word, width| lines.add(word, width));
        }
    }
    lines.end();
    lines.written.pop();
    lines.written
}

/// Lines in the making, each filled with as many words as it holds.
struct Lines<'a> {
    written: String,
    /// What the first line and each further one begins with.
    indents: [&'a str; 2],
    /// How many columns are left for words in them.
    rooms: [usize; 2],
    /// The number of the line that is being filled.
    number: usize,
    /// How many columns of it are taken.
    filled: usize,
}

impl Lines<'_> {
    /// How many columns the line that is being filled has for words.
    fn room(&self) -> usize {
        self.rooms[self.number.min(1)]
    }

    /// Whether a line of the text has room in the one that is to be begun, which needs no look at its words. Of letters outside ASCII that is not told by their number.
    fn hold_whole(&self, line: &str) -> bool {
        !line.is_empty() && self.filled == 0 && line.len() <= self.room() && is_printable(line.as_bytes())
    }

    /// Adds a word, with the white space behind it, that takes so many columns without it.
    fn add(&mut self, word: &str, width: usize) {
        let is_begun = |written: &str| !matches!(written.as_bytes().last(), None | Some(b'\n'));
        if is_begun(&self.written) && self.filled + width > self.room() {
            self.end();
        }
        if !is_begun(&self.written) {
            self.written.push_str(self.indents[self.number.min(1)]);
        }
        self.written.push_str(word);
        let spaces = word.bytes().rev().take_while(|byte| *byte == b' ');
        self.filled += width + spaces.count();
    }

    /// Adds a line of the text to the one that is to be begun: words between which stands one space each, all of them ASCII. Where it is broken is seen without a look at each.
    fn fill(&mut self, line: &str) {
        let mut rest = line;
        while rest.len() > self.room() {
            let fitting = &rest.as_bytes()[..=self.room()];
            let space = fitting.iter().rposition(|byte| *byte == b' ');
            // A word that is longer than a line stays whole.
            let Some(space) = space.or_else(|| rest.find(' ')) else {
                break;
            };
            self.add(&rest[..space], space);
            self.end();
            rest = &rest[space + 1..];
        }
        self.add(rest, rest.len());
    }

    fn end(&mut self) {
        let kept = self.written.trim_end_matches([' ', '\t']).len();
        self.written.truncate(kept);
        self.written.push('\n');
        self.number += 1;
        self.filled = 0;
    }
}

/// Runs of spaces become one, as in HTML: a slot that was filled with nothing leaves no gap. Line ends stay.
fn collapsed(text: &str) -> Cow<'_, str> {
    if is_tight(text.as_bytes()) {
        return Cow::Borrowed(text);
    }
    let line = |line: &str| {
        let words: Vec<&str> = line.split([' ', '\t']).filter(|word| !word.is_empty()).collect();
        words.join(" ")
    };
    Cow::Owned(text.split('\n').map(line).collect::<Vec<String>>().join("\n"))
}

/// Whether no line begins or ends with a space, no two stand side by side, and none is a tab.
fn is_tight(text: &[u8]) -> bool {
    let is_gap = |one, other| one == b' ' && matches!(other, b' ' | b'\n') || one == b'\n' && other == b' ';
    every_byte(text, |byte| byte != b'\t')
        && no_pair(text, is_gap)
        && !text.starts_with(b" ")
        && !text.ends_with(b" ")
}

/// The words of a line, each with how many columns it takes: parted where UAX #14 lets a line be broken, but never inside what looks like an
/// address: `https://example.org/a-b` is useless in two halves.
fn each_word(line: &str, mut take: impl FnMut(&str, usize)) {
    for chunk in line.split_inclusive(' ') {
        if is_plain_word(chunk.as_bytes()) {
            take(chunk, chunk.len() - usize::from(chunk.ends_with(' ')));
        } else if is_address(chunk.as_bytes()) {
            take(chunk, Word::from(chunk).width());
        } else {
            let mut rest = chunk;
            for word in WordSeparator::UnicodeBreakProperties.find_words(chunk) {
                let (whole, after) = rest.split_at(word.word.len() + word.whitespace.len());
                take(whole, word.width());
                rest = after;
            }
        }
    }
}

/// Whether a line can be broken at its spaces and nowhere else, and takes as many columns as octets. Only the words that hold something odd are looked at one by one.
fn is_parted_by_spaces(line: &str) -> bool {
    let stays_whole = |word: &[u8]| {
        is_plain_word(word) || is_address(word) && every_byte(word, |byte| byte.is_ascii_graphic())
    };
    let mut from = 0;
    while let Some(odd) = ODD.first_in(line, from) {
        let bytes = line.as_bytes();
        let begins = memrchr(b' ', &bytes[..odd]).map_or(0, |space| space + 1);
        let ends = memchr(b' ', &bytes[odd..]).map_or(bytes.len(), |space| odd + space);
        if !stays_whole(&bytes[begins..ends]) {
            return false;
        }
        from = ends;
    }
    !line.is_empty()
}

/// Whether a chunk is a word in which UAX #14 breaks nowhere, with one space or mark behind it at most: most are, and need no tables.
fn is_plain_word(chunk: &[u8]) -> bool {
    let word = match chunk {
        [word @ .., b' ' | b'!' | b'?'] | word => word,
    };
    // Before an opening bracket it breaks behind some of the others.
    every_byte(word, |byte| PLAIN.has(byte)) && no_pair(word, |_, other| other == b'(')
}

/// Letters, digits and other signs of ASCII between which it breaks nowhere, whichever stand beside each other, but for an opening bracket that is not the first. Words are short:
/// a look into a table is faster than to compare many bytes at once.
const PLAIN: ByteSet = ByteSet::holding(b".,;:'\"()*_")
    .with(b'0', b'9')
    .with(b'A', b'Z')
    .with(b'a', b'z');

/// All else, but for spaces; and the opening bracket.
const ODD: ByteSet = PLAIN.with(b' ', b' ').others().with(b'(', b'(');

fn is_address(chunk: &[u8]) -> bool {
    // Chunks are short: to make a searcher ready would take longer than to search.
    let holds = |sign: &[u8]| chunk.windows(sign.len()).any(|window| window == sign);
    chunk.contains(&b'@') || holds(b"://") || holds(b"www.")
}
