//! The line that a finding is about, cut to what a terminal shows.

use std::borrow::Cow;
use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::foundation::{Location, Span};

/// What stands in place of text that was cut off.
const CUT: &str = "…";
/// How much is shown before the place that is meant, where it stands far into a line: a third of the width.
const BEFORE: usize = 3;

/// One line of a source, or as much of it as fits, and the place in it that is meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The text.
    pub(super) text: String,
    /// The bytes of `text` that are meant.
    pub(super) span: Range<usize>,
}

impl Excerpt {
    /// The line in which `location` begins, at most `width` columns of it. A place that goes on over further lines ends with the line.
    /// `None` where there is no text to show: of a file that could not be read, say.
    pub(super) fn of(location: &Location, width: usize) -> Option<Self> {
        let source = &location.source;
        let line = source.line(location.line())?;
        let text = line.of(source.text());
        if text.is_empty() && source.text().is_empty() {
            return None;
        }
        let start = location.span.start.clamp(line.start, line.end) - line.start;
        let end = location.span.end.clamp(line.start, line.end) - line.start;
        let meant = Span::new(on_boundary(text, start), on_boundary(text, end.max(start)));
        Some(Self::cut(&harmless(text), meant, width))
    }

    fn cut(text: &str, meant: Span, width: usize) -> Self {
        if columns(text) <= width {
            return Self {
                text: text.to_owned(),
                span: meant.start..meant.end,
            };
        }
        let from = window_start(text, meant, width);
        let (lead, room) = match from {
            0 => ("", width - 1),
            _ => (CUT, width - 2),
        };
        let to = from + fitting(text[from..].graphemes(true), room);
        let tail = if to < text.len() { CUT } else { "" };
        let moved = |at: usize| at.clamp(from, to) - from + lead.len();
        Self {
            text: format!("{lead}{}{tail}", &text[from..to]),
            span: moved(meant.start)..moved(meant.end),
        }
    }
}

/// A line without what a terminal would obey, or break the line at: C1 controls (ECMA-48) and the separators of lines and paragraphs, each as a
/// sign of as many bytes. Of other controls the renderer takes care.
fn harmless(line: &str) -> Cow<'_, str> {
    let is_harmful = |c: char| matches!(c, '\u{80}'..='\u{9F}' | '\u{2028}' | '\u{2029}');
    if !line.contains(is_harmful) {
        return Cow::Borrowed(line);
    }
    let shown = line.chars().map(|c| match c {
        '\u{80}'..='\u{9F}' => '·',
        '\u{2028}' | '\u{2029}' => '␤',
        other => other,
    });
    Cow::Owned(shown.collect())
}

/// Where a window begins that shows the place that is meant with some text before it.
fn window_start(text: &str, meant: Span, width: usize) -> usize {
    let all = columns(&text[..meant.start]);
    let length = columns(meant.of(text)).min(width);
    if all + length < width || all <= width / BEFORE {
        return 0;
    }
    let before = (width - length).min(width / BEFORE);
    let backwards = fitting(text[..meant.start].graphemes(true).rev(), before);
    let start = meant.start - backwards;
    // Rather at a word's start, where one is near.
    let word = text[start..meant.start].find(' ').map(|at| start + at + 1);
    word.filter(|word| *word < meant.start).unwrap_or(start)
}

/// How many bytes of `graphemes` fit into `room` columns.
fn fitting<'a>(graphemes: impl Iterator<Item = &'a str>, room: usize) -> usize {
    let mut used = 0;
    let fitting = graphemes.take_while(|grapheme| {
        used += columns(grapheme);
        used <= room
    });
    fitting.map(str::len).sum()
}

/// How wide a text is drawn: a tab as four columns, a control character as the one sign that stands for it.
fn columns(text: &str) -> usize {
    let tabs = text.matches('\t').count();
    text.width() + tabs * 3
}

fn on_boundary(text: &str, at: usize) -> usize {
    (0..=at)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or_default()
}
