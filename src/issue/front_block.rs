//! Where the front matter stands.

use crate::foundation::Span;

/// The front matter of a text, split from what follows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FrontBlock {
    /// All of it, with its `---` lines.
    pub(super) span: Span,
    /// What stands between them.
    pub(super) yaml: Span,
    /// Whether the second `---` was found.
    pub(super) closed: bool,
}

impl FrontBlock {
    /// The front matter at the start of `text`; `None` where the first line is not `---`.
    ///
    /// Where it is never closed, it is taken to reach to the first empty line or heading, so that the rest can still be read.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut lines = text.split_inclusive('\n');
        let first = lines.next().filter(|line| is_fence(line))?;
        let mut at = first.len();
        let mut likely_end = None;
        for line in lines {
            if is_fence(line) {
                return Some(Self {
                    span: Span::new(0, at + line.trim_end().len()),
                    yaml: Span::new(first.len(), at),
                    closed: true,
                });
            }
            if likely_end.is_none() && (line.trim().is_empty() || line.starts_with("# ")) {
                likely_end = Some(at);
            }
            at += line.len();
        }
        let end = likely_end.unwrap_or(text.len());
        Some(Self {
            span: Span::new(0, end),
            yaml: Span::new(first.len(), end),
            closed: false,
        })
    }

    /// Where the Markdown begins.
    pub(super) fn after(&self) -> usize {
        self.span.end
    }
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}
