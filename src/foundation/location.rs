//! A place that can be shown: a source and a span in it.

use std::sync::Arc;

use super::{Position, Source, Span};

/// Where in which file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// The file.
    pub source: Arc<Source>,
    /// The bytes meant; an empty span is a point.
    pub span: Span,
}

impl Location {
    /// A place in a source.
    pub fn new(source: &Arc<Source>, span: Span) -> Self {
        Self {
            source: Arc::clone(source),
            span,
        }
    }

    /// The line of its first character, which takes less finding than the column.
    pub fn line(&self) -> usize {
        self.source.line_number(self.span.start)
    }

    /// Line and column of its first character.
    pub fn position(&self) -> Position {
        self.source.position(self.span.start)
    }
}
