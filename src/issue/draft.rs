//! A draft as written: every part with its span, nothing judged.

use std::sync::Arc;

use crate::foundation::{Source, Span};

use super::FrontMatter;

/// What is on the page. Never fails on structure, so that a broken draft can be talked about.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file.
    pub source: Arc<Source>,
    /// Its front matter.
    pub front: FrontMatter,
    /// The first `#` heading.
    pub title: Option<Heading>,
    /// Everything from the title to the first `##` heading.
    pub lead: Lead,
    /// Each `##` heading with what follows it, in the order written, whether the house style knows it or not.
    pub sections: Vec<DraftSection>,
    /// Every block between two sections' parts that belongs nowhere: text before the title, a second `#` heading.
    pub strays: Vec<Span>,
}

/// A heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// Its text without Markdown's marks, slots as written.
    pub text: String,
    /// The text's span, without the `#` marks.
    pub span: Span,
}

/// The lead article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lead {
    /// Its Markdown, from the first block to the last; empty where there is none.
    pub span: Span,
    /// Words, by UAX #29; a URL counts none, a slot one.
    pub words: usize,
}

/// A `##` heading and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSection {
    /// The heading.
    pub heading: Heading,
    /// Its Markdown below the heading; empty where there is none.
    pub body: Span,
    /// The words of the body.
    pub words: usize,
    /// The items of its top-level lists.
    pub bullets: Vec<Bullet>,
    /// Blocks that are no list: paragraphs, tables, rules, deeper headings. HTML comments are none.
    pub others: Vec<Span>,
}

/// One item of a section's list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bullet {
    /// The item's Markdown: from after its marker to its last character.
    pub span: Span,
    /// Its words.
    pub words: usize,
}
