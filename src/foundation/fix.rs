//! How a finding can be mended without asking anybody.

use super::Span;

/// A change to a text that mends a finding: safe, which is to say that a reader reads nothing else than what [`Fix::says`] tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// What it does, as an order: "write it once".
    pub says: String,
    /// The edits, in order and apart from each other; all of them or none.
    pub edits: Vec<Edit>,
}

/// A piece of a text that gives way to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit {
    /// The bytes that go, in the source of the finding's place.
    pub span: Span,
    /// What comes instead.
    pub text: String,
}

impl Fix {
    /// A fix of one edit.
    pub fn replacing(span: Span, text: impl Into<String>, says: impl Into<String>) -> Self {
        Self {
            says: says.into(),
            edits: vec![Edit {
                span,
                text: text.into(),
            }],
        }
    }

    /// A fix that takes something out.
    pub fn removing(span: Span, says: impl Into<String>) -> Self {
        Self::replacing(span, "", says)
    }
}
