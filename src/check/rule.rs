//! A rule: what it is called, how much it matters, how it looks.

use std::fmt;

use crate::foundation::Severity;

use super::{DraftScope, DraftsScope, Finding, ListScope, PublicationScope, RenderScope, Unread};

/// A rule of `check`.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, in kebab case: what digest.yaml, reports and `explain` call it.
    pub name: &'static str,
    /// How much its findings matter, where digest.yaml says nothing else.
    pub severity: Severity,
    /// What it is about.
    pub family: Family,
    /// Its own file, whose head is its documentation.
    pub(super) source: &'static str,
    /// How it looks, and at what.
    pub(super) check: Check,
}

/// What a rule is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    /// The parts of an issue, their order and size.
    Structure,
    /// The YAML at a draft's head.
    FrontMatter,
    /// The words themselves.
    Wording,
    /// Places where a subscriber's own values go.
    Slots,
    /// The way from the draft to what readers see.
    Rendering,
    /// The subscriber lists.
    Lists,
}

/// A rule's function, by what it is given to look at.
#[derive(Debug, Clone, Copy)]
pub(super) enum Check {
    /// One draft.
    Draft(fn(&DraftScope<'_>) -> Vec<Finding>),
    /// All drafts of the publication together.
    Drafts(fn(&DraftsScope<'_>) -> Vec<Finding>),
    /// A draft that could not be read.
    UnreadDraft(fn(&Unread) -> Vec<Finding>),
    /// One list.
    List(fn(&ListScope<'_>) -> Vec<Finding>),
    /// A list that could not be read.
    UnreadList(fn(&Unread) -> Vec<Finding>),
    /// Drafts without errors, rendered.
    Rendering(fn(&RenderScope<'_>) -> Vec<Finding>),
    /// The publication as a whole.
    Publication(fn(&PublicationScope<'_>) -> Vec<Finding>),
}

impl Rule {
    /// Whether it renders drafts, which is tried last.
    pub(super) fn renders(&self) -> bool {
        matches!(self.check, Check::Rendering(_))
    }

    /// Its documentation, as Markdown: the headings *What it checks*, *Why it matters*, *Example* and *Instead*.
    pub fn documentation(&self) -> String {
        let lines = self.source.lines().map_while(|line| line.strip_prefix("//!"));
        let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
        lines.join("\n")
    }

    /// One line on what it checks: the first sentence of that heading.
    pub fn summary(&self) -> String {
        let documentation = self.documentation();
        let paragraph: Vec<&str> = documentation
            .lines()
            .skip_while(|line| *line != "# What it checks")
            .skip(1)
            .skip_while(|line| line.is_empty())
            .take_while(|line| !line.is_empty())
            .collect();
        let paragraph = paragraph.join(" ");
        match paragraph.find(". ") {
            Some(end) => paragraph[..=end].to_owned(),
            None => paragraph,
        }
    }
}

impl Family {
    /// Every family, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::Structure,
        Self::FrontMatter,
        Self::Wording,
        Self::Slots,
        Self::Rendering,
        Self::Lists,
    ];
}

impl fmt::Display for Family {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Structure => "structure",
            Self::FrontMatter => "front matter",
            Self::Wording => "wording",
            Self::Slots => "slots",
            Self::Rendering => "rendering",
            Self::Lists => "lists",
        })
    }
}
