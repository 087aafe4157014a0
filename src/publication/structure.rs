//! The house style: what an issue consists of.

use crate::foundation::Count;

/// The parts an issue has, in order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Structure {
    /// What the lead article must be like.
    pub lead: LeadStyle,
    /// The sections, in the order in which they stand.
    pub sections: Vec<SectionStyle>,
}

/// What the lead article must be like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LeadStyle {
    /// How many words.
    pub words: Option<Count>,
    /// Whether an author must be named.
    pub byline_required: bool,
}

/// What a section must be like.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SectionStyle {
    /// Its short name.
    pub id: String,
    /// Its heading, as it stands in the issue.
    pub heading: String,
    /// What it holds.
    pub kind: SectionKind,
    /// How many bullets.
    pub bullets: Option<Count>,
    /// How many words: each bullet of a section of bullets, the whole of any other.
    pub words: Option<Count>,
    /// Whether an issue may do without it.
    pub optional: bool,
}

/// What a section holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SectionKind {
    /// A list of bullets and nothing else.
    #[default]
    Bullets,
    /// Paragraphs.
    Prose,
    /// Whatever is written.
    Any,
}
