//! A rule: what it is called, how much it matters, how it looks.

use crate::foundation::Severity;

use super::{
    DraftScope, DraftsScope, Family, Finding, Limit, ListScope, MessageScope, OnlineScope, PublicationScope,
    SuppressionScope, Unread, Unrendered,
};

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
    /// Its thresholds.
    pub limits: &'static [Limit],
    /// How it looks, and at what.
    pub(super) check: Check,
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
    /// What a draft without errors becomes for a reader.
    Message(fn(&MessageScope<'_>) -> Vec<Finding>),
    /// A draft without errors that cannot be rendered.
    Unrendered(fn(&Unrendered<'_>) -> Vec<Finding>),
    /// What became of one draft's links; only where they are followed.
    Online(fn(&OnlineScope<'_>) -> Vec<Finding>),
    /// What a draft asks not to be told.
    Suppressions(fn(&SuppressionScope<'_>) -> Vec<Finding>),
    /// The publication as a whole.
    Publication(fn(&PublicationScope<'_>) -> Vec<Finding>),
}

impl Rule {
    /// Whether it needs the rendered message.
    pub fn renders(&self) -> bool {
        matches!(self.check, Check::Message(_) | Check::Unrendered(_))
    }

    /// Whether it finds something only where links are followed.
    pub fn follows_links(&self) -> bool {
        matches!(self.check, Check::Online(_))
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
