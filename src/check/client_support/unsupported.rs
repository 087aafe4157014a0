//! A feature that an HTML part uses and some readers do not see.

use std::fmt;

use crate::foundation::{Severity, Span};

/// A feature that some of the audience's clients do not show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsupported {
    /// Its name in the source's addresses: `css-display-flex`.
    pub slug: &'static str,
    /// What it is called: `display:flex`.
    pub title: &'static str,
    /// What is lost without it.
    pub weight: Weight,
    /// Who does not show it, in the audience's order.
    pub families: Vec<FamilyGap>,
    /// Where it is used, at least once and in order; the first few of many.
    pub uses: Vec<Use>,
    /// What to write instead.
    pub hint: Option<&'static str>,
}

/// A family of clients with members that do not show a feature, or only in part.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FamilyGap {
    /// The family, as digest.yaml names it.
    pub family: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// The worst of what its members do.
    pub level: Support,
    /// How many members do so.
    pub count: usize,
    /// Of how many.
    pub of: usize,
    /// Which ones.
    pub platforms: Vec<&'static str>,
    /// What the source says of it, where that is short.
    pub note: Option<&'static str>,
}

/// How far a client shows a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Support {
    /// Not at all.
    None,
    /// In part.
    Partial,
}

/// What is lost without a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Nothing that matters: it is never told.
    Safe,
    /// It looks plainer.
    Cosmetic,
    /// It stands elsewhere, or is harder to read.
    Layout,
    /// Something is not there.
    Content,
}

/// A place where a feature is used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// Where it stands in the HTML.
    pub span: Span,
    /// The declaration, element, selector or file name, shortened where it is long.
    pub snippet: String,
}

impl Unsupported {
    /// How much it matters: content that no client of a family shows is an error, what only looks plainer, or works in part, is told
    /// as information.
    pub fn severity(&self) -> Severity {
        let worst = self.families.iter().map(|gap| gap.level).min();
        let lost = self
            .families
            .iter()
            .any(|gap| gap.level == Support::None && gap.count == gap.of);
        match (self.weight, worst) {
            (Weight::Content, Some(Support::None)) if lost => Severity::Error,
            (Weight::Content | Weight::Layout, Some(Support::None)) => Severity::Warning,
            _ => Severity::Info,
        }
    }
}

/// As `Outlook (1 of 5: Windows)`.
impl fmt::Display for FamilyGap {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            name,
            count,
            of,
            platforms,
            ..
        } = self;
        match (of, count == of) {
            (1, _) => f.write_str(name),
            (_, true) => write!(f, "{name} ({count} of {of})"),
            (_, false) => write!(f, "{name} ({count} of {of}: {})", platforms.join(", ")),
        }
    }
}
