//! A draft as meant.

use jiff::civil::Date;

use crate::foundation::Span;
use crate::publication::{Author, SectionKind};

use super::Status;

/// An issue that makes sense: it has an id and a title, its front matter could be read.
#[derive(Debug, Clone)]
pub struct Issue {
    /// Its identity, for ever.
    pub id: String,
    /// Its number, where it has one.
    pub number: Option<u32>,
    /// Its date.
    pub date: Option<Date>,
    /// Its language.
    pub language: String,
    /// Who wrote the lead.
    pub authors: Vec<Author>,
    /// The lists it goes to.
    pub lists: Vec<String>,
    /// Whether it may go to them.
    pub status: Status,
    /// The lead's title, as Markdown without its `#`.
    pub title: Part,
    /// The subject, as written in the front matter; absent means the title.
    pub subject: Option<Part>,
    /// The preheader, as written in the front matter; absent means the first sentence without a slot, of the lead, else of a section.
    pub preheader: Option<Part>,
    /// The lead.
    pub lead: Part,
    /// The sections, in the order written.
    pub sections: Vec<IssueSection>,
}

/// A piece of a draft's Markdown, with tags as written.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// The Markdown; an item's further lines have lost the item's indent.
    pub markdown: String,
    /// Where it stands in the draft.
    pub span: Span,
    /// The line of the draft on which `markdown`'s first line stands; its further lines follow one by one.
    pub first_line: usize,
}

/// A section.
#[derive(Debug, Clone)]
pub struct IssueSection {
    /// The house style's name for it; a slug of the heading where the house style does not know it.
    pub id: String,
    /// The heading's words, without Markdown's marks.
    pub heading: String,
    /// Where it stands in the draft, with those marks, but without `#`.
    pub heading_span: Span,
    /// What it holds.
    pub kind: SectionKind,
    /// Its bullets, where it is a section of bullets.
    pub bullets: Vec<Part>,
    /// Its whole body, for the other kinds.
    pub body: Part,
}
