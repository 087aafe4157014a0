//! Whether every slot arrived: once for each time it was written, and unharmed.

use std::collections::BTreeMap;

use crate::foundation::{Diagnostic, Location};

use super::shown::Shown;
use super::stage::{Held, Stage};
use super::token::Sighting;

/// How often each token should be found in a rendered template.
#[derive(Debug, Default)]
pub(super) struct Tally {
    expected: BTreeMap<usize, usize>,
}

impl Tally {
    /// Each token given out by the template itself (`emitted`) once; those of finished pieces as often as the piece was shown.
    pub(super) fn of(
        emitted: std::ops::Range<usize>,
        shown: &[std::sync::Arc<Shown>],
        stage: &Stage,
    ) -> Self {
        let mut expected = BTreeMap::new();
        for number in emitted.filter(|number| stage.tag(*number).is_some()) {
            expected.insert(number, 1);
        }
        for piece in shown {
            for sighting in stage.shape().find(piece.text()) {
                if let Some(number) = sighting.number {
                    *expected.entry(number).or_insert(0) += piece.times();
                }
            }
        }
        Self { expected }
    }

    /// What is wrong with the tokens found.
    pub(super) fn faults<'a>(
        &self,
        found: impl Iterator<Item = &'a Sighting>,
        stage: &Stage,
        template: &Location,
    ) -> Vec<Diagnostic> {
        let mut counted: BTreeMap<usize, usize> = BTreeMap::new();
        let mut damaged = 0;
        for sighting in found {
            match sighting.number {
                Some(number) => *counted.entry(number).or_insert(0) += 1,
                None => damaged += 1,
            }
        }
        let hint = "filters such as `upper` and `truncate` cannot work on what is filled in later: put them inside the slot's own tag";
        let mut faults = Vec::new();
        for (number, expected) in &self.expected {
            let times = counted.get(number).copied().unwrap_or(0);
            if times == *expected {
                continue;
            }
            let (what, location) = match stage.held(*number) {
                Some(Held::Tag(tag)) => (format!("`{}`", tag.inner), tag.location),
                _ => ("a paragraph with slots".to_owned(), template.clone()),
            };
            let message = match times {
                0 => format!("{what} was changed or left out by the template"),
                _ => format!("{what} was shown {times} times instead of {expected}"),
            };
            faults.push(Diagnostic::error("slot", location, message).hinted(hint));
        }
        if faults.is_empty() && damaged > 0 {
            let message = "a slot was cut in pieces by the template";
            faults.push(Diagnostic::error("slot", template.clone(), message).hinted(hint));
        }
        faults
    }
}
