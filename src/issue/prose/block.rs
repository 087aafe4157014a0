//! A block of text.

use crate::foundation::{ByteSet, Span};

use super::{PartOf, Runs};

/// A block of text: a paragraph, a heading, a table's cell, or a line of the front matter that is sent.
#[derive(Debug, Clone)]
pub struct ProseBlock {
    /// What it is.
    pub kind: BlockKind,
    /// The part of the draft that it belongs to.
    pub part: PartOf,
    /// What readers see of it: one line, with `\n` for a hard break and [`ABSENT`](super::ABSENT) for what is no prose.
    pub text: String,
    /// Where it stands in the draft.
    pub span: Span,
    /// How many lists it stands in.
    pub depth: usize,
    /// The bytes of the text.
    pub bytes: ByteSet,
    pub(super) runs: Runs,
}

/// What a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The subject in the front matter.
    Subject,
    /// The preheader in the front matter.
    Preheader,
    /// A heading of a level from 1; the first of level 1 is the title.
    Heading(u8),
    /// A paragraph, also one of an item.
    Paragraph,
    /// A cell of a table's head.
    HeadCell,
    /// A cell of a table's body.
    Cell,
}

impl ProseBlock {
    /// Where a part of the text stands in the draft: as exactly as that can be told.
    pub fn place(&self, part: Span) -> Span {
        self.runs.place(part).unwrap_or(self.span)
    }

    /// Whether a part of the text stands in the draft letter by letter: without marks, escapes or line ends in it. Only such a part may be
    /// replaced by a fix.
    pub fn is_literal(&self, part: Span, source: &str) -> bool {
        self.place(part).of(source) == part.of(&self.text)
    }

    /// Whether it is one of the headings.
    pub fn is_heading(&self) -> bool {
        matches!(self.kind, BlockKind::Heading(_))
    }
}
