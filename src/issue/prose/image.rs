//! A picture.

use crate::foundation::Span;

/// A picture, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProseImage {
    /// Its address.
    pub url: String,
    /// What is read where it is not seen.
    pub alt: String,
    /// Where all of it stands, from `!` to its last bracket.
    pub span: Span,
    /// Whether it stands in a link.
    pub linked: bool,
}
