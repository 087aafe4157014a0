//! Which piece of a block's text stands where.

use crate::foundation::Span;

/// Stands in a block's text for what is no prose: code, a slot, a bare address, a picture (the object replacement character).
pub const ABSENT: char = '\u{FFFC}';

/// The longest entity that is looked for: `&CounterClockwiseContourIntegral;`.
const LONGEST_ENTITY: usize = 33;

/// Entities that begin with the sign that they stand for.
const AMPERSANDS: [&str; 5] = ["&amp;", "&AMP;", "&#38;", "&#x26;", "&#X26;"];

/// The pieces of a text and their places, in the text's order.
#[derive(Debug, Clone, Default)]
pub(super) struct Runs {
    runs: Vec<Run>,
    /// A line end whose further edge is not known yet.
    open: bool,
}

/// A piece of a text.
#[derive(Debug, Clone, Copy)]
struct Run {
    /// Its bytes in the text.
    text: Span,
    /// Its bytes in the draft.
    source: Span,
    /// Whether it stands there letter by letter.
    literal: bool,
}

impl Runs {
    /// Adds a piece that `literal` is written as at `source` of `draft`, which is `text` from `at` on.
    pub(super) fn push(&mut self, at: usize, literal: &str, source: Span, draft: &str) {
        self.close(source.start);
        if source.of(draft) == literal {
            self.add(Span::new(at, at + literal.len()), source, true);
            return;
        }
        if !self.push_escaped(at, literal, source, draft) {
            self.add(Span::new(at, at + literal.len()), source, false);
        }
    }

    /// Adds a line end of the draft after what was added last; where it ends is known when something more is added.
    pub(super) fn push_break(&mut self, at: usize) {
        let end = self.runs.last().map_or(0, |run| run.source.end);
        self.add(Span::new(at, at + 1), Span::at(end), false);
        self.open = true;
    }

    /// Where the last piece ends in the draft.
    pub(super) fn end(&self) -> Option<usize> {
        self.runs.last().map(|run| run.source.end)
    }

    /// Where a part of the text stands in the draft; `None` where there is no text.
    pub(super) fn place(&self, part: Span) -> Option<Span> {
        let first = self.holding(part.start)?;
        let start = if first.literal {
            first.source.start + (part.start - first.text.start).min(first.source.len())
        } else {
            first.source.start
        };
        if part.is_empty() {
            return Some(Span::at(start));
        }
        let last = self.holding(part.end - 1)?;
        let end = if last.literal {
            last.source.start + (part.end - last.text.start).min(last.source.len())
        } else {
            last.source.end
        };
        Some(Span::new(start, end))
    }

    fn holding(&self, at: usize) -> Option<&Run> {
        let after = self.runs.partition_point(|run| run.text.start <= at);
        self.runs.get(after.saturating_sub(1))
    }

    fn add(&mut self, text: Span, source: Span, literal: bool) {
        self.runs.push(Run {
            text,
            source,
            literal,
        });
    }

    fn close(&mut self, next: usize) {
        if std::mem::take(&mut self.open)
            && let Some(last) = self.runs.last_mut()
        {
            last.source.end = next.max(last.source.start);
        }
    }

    /// Adds a piece with backslash escapes and entities in it, each sign with its own place; `false` where it is written in some other way.
    fn push_escaped(&mut self, at: usize, literal: &str, source: Span, draft: &str) -> bool {
        let written = source.of(draft);
        let mut pieces = Vec::new();
        let mut from = 0;
        for (offset, sign) in literal.char_indices() {
            let Some(length) = written_length(&written[from..], sign) else {
                return false;
            };
            let text = Span::new(at + offset, at + offset + sign.len_utf8());
            pieces.push((text, Span::new(from, from + length).shifted(source.start)));
            from += length;
        }
        if !written[from..].trim().is_empty() {
            return false;
        }
        for (text, source) in pieces {
            match self.runs.last_mut() {
                Some(last)
                    if last.literal
                        && text.len() == source.len()
                        && last.text.end == text.start
                        && last.source.end == source.start =>
                {
                    last.text.end = text.end;
                    last.source.end = source.end;
                }
                _ => self.add(text, source, text.len() == source.len()),
            }
        }
        true
    }
}

/// How many bytes `sign` takes at the start of `written`: itself, escaped, or as an entity.
fn written_length(written: &str, sign: char) -> Option<usize> {
    let ampersand = AMPERSANDS
        .iter()
        .find(|entity| sign == '&' && written.starts_with(**entity));
    if let Some(entity) = ampersand {
        return Some(entity.len());
    }
    if written.starts_with(sign) {
        return Some(sign.len_utf8());
    }
    if let Some(escaped) = written.strip_prefix('\\') {
        return escaped.starts_with(sign).then_some(1 + sign.len_utf8());
    }
    let head = written.as_bytes().get(..written.len().min(LONGEST_ENTITY))?;
    let end = head.iter().position(|byte| *byte == b';')?;
    written.starts_with('&').then_some(end + 1)
}
