//! The YAML at a draft's head, as written.

use jiff::civil::Date;

use crate::foundation::{Diagnostic, Span, YamlNode};
use crate::publication::Author;

/// A value and where it stands in the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where.
    pub span: Span,
}

/// The front matter: every key that could be read, and a finding for each that could not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FrontMatter {
    /// The whole block with its two `---` lines; `None` where the draft has none.
    pub span: Option<Span>,
    /// The tree, for rules that look closer; `None` where it is not YAML.
    pub tree: Option<YamlNode>,
    /// `id`: the issue's identity, for ever.
    pub id: Option<Spanned<String>>,
    /// `issue`: its number.
    pub issue: Option<Spanned<u32>>,
    /// `date`.
    pub date: Option<Spanned<Date>>,
    /// `author`: one or several.
    pub author: Vec<Spanned<Byline>>,
    /// `lists`: the names of the lists it goes to.
    pub lists: Vec<Spanned<String>>,
    /// `status`.
    pub status: Option<Spanned<Status>>,
    /// `subject`.
    pub subject: Option<Spanned<String>>,
    /// `preheader`.
    pub preheader: Option<Spanned<String>>,
    /// `language`, where it is not the publication's.
    pub language: Option<Spanned<String>>,
    /// What could not be read: unknown keys, wrong types, bad dates (rules `front-matter-*`).
    pub faults: Vec<Diagnostic>,
}

/// One author, as the front matter names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Byline {
    /// A key of digest.yaml's `authors`.
    Key(String),
    /// Written out in the draft.
    Written(Author),
}

/// Whether the issue may go to its lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    /// It can be checked, previewed and tested.
    #[default]
    Draft,
    /// It can be sent.
    Ready,
}

impl<T> From<(T, Span)> for Spanned<T> {
    fn from((value, span): (T, Span)) -> Self {
        Self { value, span }
    }
}
