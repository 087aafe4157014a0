//! A link.

use crate::foundation::Span;

/// A link, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseLink {
    /// Where it leads, as Markdown understands it: with a slot's tag as written.
    pub url: String,
    /// Where that stands in the draft; the whole link where it does not stand there letter by letter.
    pub url_span: Span,
    /// What readers see of it, without white space at its ends; empty where that is a picture alone.
    pub text: String,
    /// Where that stands.
    pub text_span: Span,
    /// Where all of it stands.
    pub span: Span,
    /// How it is written.
    pub kind: LinkKind,
    /// Whether a picture stands in it.
    pub has_image: bool,
    /// The block that it stands in, by its number in [`Prose::blocks`](super::Prose::blocks).
    pub block: usize,
}

/// How a link is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// `[text](URL)`.
    Inline,
    /// `[text][label]`, with a definition elsewhere.
    Reference,
    /// A bare address.
    Bare,
}
