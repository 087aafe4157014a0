//! Which part of a draft something belongs to.

use crate::foundation::Span;
use crate::issue::Draft;

/// Which part of a draft something belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum PartOf {
    /// The front matter.
    Front,
    /// The title.
    Title,
    /// The lead.
    Lead,
    /// A section, by its number from 0: its heading, or text outside its bullets.
    Section(usize),
    /// A bullet, by its section's number and its own, both from 0.
    Bullet(usize, usize),
    /// None of them.
    Stray,
}

impl PartOf {
    /// The part in which a span of the draft begins.
    pub(super) fn of(draft: &Draft, span: Span) -> Self {
        let begins_in =
            |part: Span| span.contains(part) || (part.start <= span.start && span.start < part.end);
        if draft.title.as_ref().is_some_and(|title| begins_in(title.span)) {
            return Self::Title;
        }
        if begins_in(draft.lead.span) {
            return Self::Lead;
        }
        let after = draft.sections.partition_point(|section| {
            section.heading.span.start <= span.start || span.contains(section.heading.span)
        });
        let Some(index) = after.checked_sub(1) else {
            return Self::Stray;
        };
        let section = &draft.sections[index];
        if !begins_in(section.heading.span) && !begins_in(section.body) {
            return Self::Stray;
        }
        let after = section
            .bullets
            .partition_point(|bullet| bullet.span.start <= span.start);
        match after.checked_sub(1) {
            Some(bullet) if begins_in(section.bullets[bullet].span) => Self::Bullet(index, bullet),
            _ => Self::Section(index),
        }
    }
}
