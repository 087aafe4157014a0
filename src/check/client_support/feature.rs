//! Something that HTML or CSS can do, and who shows it.

use super::{ClientSet, Matcher, Weight};

/// A feature.
#[derive(Debug)]
pub(super) struct Feature {
    /// Its name in the source's addresses: `css-display-flex`.
    pub(super) slug: &'static str,
    /// What it is called: `display:flex`.
    pub(super) title: &'static str,
    /// Clients of which it is known whether they show it.
    pub(super) known: ClientSet,
    /// Clients that do not show it.
    pub(super) missing: ClientSet,
    /// Clients that show it in part.
    pub(super) partial: ClientSet,
    /// What is said of some clients.
    pub(super) notes: Vec<Note>,
    /// What is lost without it; a feature that is safe is never looked for.
    pub(super) weight: Weight,
    /// What uses it.
    pub(super) matchers: Vec<Matcher>,
    /// The feature in whose finding it is told, where both are used.
    pub(super) part_of: Option<usize>,
    /// What to write instead.
    pub(super) hint: Option<&'static str>,
}

/// What the source says of some clients.
#[derive(Debug)]
pub(super) struct Note {
    /// Whom it is about.
    pub(super) clients: ClientSet,
    /// What it says.
    pub(super) text: &'static str,
}
