//! Where a finding is, in the numbers that reports give.

use crate::foundation::{Diagnostic, Position, Source, Span};

/// Where a finding is. The end is the first character after what is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The file, from the publication's folder, parted by `/` on every system.
    pub(super) path: String,
    /// Where it begins.
    pub(super) start: Position,
    /// Where it ends.
    pub(super) end: Position,
}

impl Place {
    /// Where a finding is, columns in characters as people count them.
    pub(super) fn of(found: &Diagnostic) -> Self {
        Self::of_span(found, found.location.span)
    }

    /// The same of another place in its file.
    pub(super) fn of_span(found: &Diagnostic, span: Span) -> Self {
        Self::counted(found, span, Source::position)
    }

    /// Where a place in a finding's file is, columns in Unicode code points.
    pub(super) fn in_code_points(found: &Diagnostic, span: Span) -> Self {
        Self::counted(found, span, |source, offset| {
            let position = source.position(offset);
            let line = source.line(position.line).unwrap_or_default();
            let before = source.text().get(line.start..offset).unwrap_or_default();
            Position {
                column: before.chars().count() + 1,
                ..position
            }
        })
    }

    fn counted(found: &Diagnostic, span: Span, position: impl Fn(&Source, usize) -> Position) -> Self {
        let source = &found.location.source;
        Self {
            path: source.path().to_string_lossy().replace('\\', "/"),
            start: position(source, span.start),
            end: position(source, span.end),
        }
    }
}
