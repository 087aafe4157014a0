//! The sections that were written, held against those that the house style knows.

use std::collections::BTreeSet;

use crate::foundation::nearest;
use crate::issue::{DraftSection, fold_heading};
use crate::publication::{SectionKind, SectionStyle};

/// A draft's sections, as the house style knows them.
pub(super) struct Sections<'a> {
    /// Every section written, in order.
    pub(super) read: Vec<ReadSection<'a>>,
    /// The sections of the house style that are not there, optional ones included.
    pub(super) absent: Vec<&'a SectionStyle>,
    /// The house style's sections.
    pub(super) styles: &'a [SectionStyle],
}

/// A section as written, and what it is taken for.
pub(super) struct ReadSection<'a> {
    /// As written.
    pub(super) written: &'a DraftSection,
    /// What it is taken for.
    pub(super) meaning: Meaning<'a>,
}

/// What a section is taken for.
#[derive(Clone, Copy)]
pub(super) enum Meaning<'a> {
    /// The section of the house style with this heading.
    Is(&'a SectionStyle),
    /// That section, with its heading misspelt or cut short.
    MeantAs(&'a SectionStyle),
    /// That section once more; the first stands elsewhere.
    Again(&'a SectionStyle),
    /// Nothing that the house style knows.
    Unknown,
}

impl<'a> Sections<'a> {
    /// Finds what each section is: by its heading first, then, of what is left on both sides, by likeness.
    pub(super) fn of(written: &'a [DraftSection], styles: &'a [SectionStyle]) -> Self {
        let folded: Vec<String> = styles.iter().map(|style| fold_heading(&style.heading)).collect();
        let mut free: BTreeSet<usize> = (0..styles.len()).collect();
        let mut read: Vec<ReadSection<'a>> = Vec::with_capacity(written.len());
        for section in written {
            let heading = fold_heading(&section.heading.text);
            let meaning = match folded.iter().position(|known| *known == heading) {
                Some(index) if free.remove(&index) => Meaning::Is(&styles[index]),
                Some(index) => Meaning::Again(&styles[index]),
                None => Meaning::Unknown,
            };
            read.push(ReadSection {
                written: section,
                meaning,
            });
        }
        for section in &mut read {
            if matches!(section.meaning, Meaning::Unknown)
                && let Some(index) = likely(&section.written.heading.text, &folded, &free)
            {
                free.remove(&index);
                section.meaning = Meaning::MeantAs(&styles[index]);
            }
        }
        Self {
            read,
            absent: free.into_iter().map(|index| &styles[index]).collect(),
            styles,
        }
    }

    /// The sections that hold, or were meant to hold, a list of bullets.
    pub(super) fn of_bullets(&self) -> impl Iterator<Item = (&'a DraftSection, &'a SectionStyle)> {
        self.known()
            .filter(|(_, style)| style.kind == SectionKind::Bullets)
    }

    /// The sections whose meaning is known.
    pub(super) fn known(&self) -> impl Iterator<Item = (&'a DraftSection, &'a SectionStyle)> {
        let known = self.read.iter();
        known.filter_map(|section| Some((section.written, section.meaning.style()?)))
    }

    /// Whether the draft has a section more than once.
    pub(super) fn is_repeated(&self, style: &SectionStyle) -> bool {
        self.read
            .iter()
            .any(|section| matches!(section.meaning, Meaning::Again(again) if again.id == style.id))
    }
}

impl<'a> Meaning<'a> {
    /// The section of the house style that it is taken for.
    pub(super) fn style(self) -> Option<&'a SectionStyle> {
        match self {
            Self::Is(style) | Self::MeantAs(style) | Self::Again(style) => Some(style),
            Self::Unknown => None,
        }
    }
}

/// The free section that a heading was most likely meant for: a slip of the hand, else the only one that has all of its words.
fn likely(heading: &str, folded: &[String], free: &BTreeSet<usize>) -> Option<usize> {
    let heading = fold_heading(heading);
    let known = free.iter().map(|index| folded[*index].as_str());
    if let Some(near) = nearest(&heading, known) {
        return folded.iter().position(|known| known == near);
    }
    let wanted = words(&heading);
    let mut holders = free.iter().filter(|index| {
        let known = words(&folded[**index]);
        !wanted.is_empty() && wanted.is_subset(&known)
    });
    let only = holders.next().copied();
    only.filter(|_| holders.next().is_none())
}

/// The words that tell headings apart: those of more than three letters.
fn words(heading: &str) -> BTreeSet<&str> {
    let words = heading.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() > 3).collect()
}
