//! Who mends drafts.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::check::{Checker, Targets};
use crate::foundation::{Diagnostic, Failure, Fix, Source};
use crate::issue::Draft;
use crate::publication::Publication;

use rayon::prelude::*;

use super::{Fixed, edited};

/// Mends what a checker finds, where that is safe.
pub struct Fixer<'a> {
    checker: &'a Checker<'a>,
    publication: &'a Publication,
}

/// How often each rule found something.
type Counts = BTreeMap<&'static str, usize>;

impl<'a> Fixer<'a> {
    /// A fixer of what `checker` finds.
    pub fn new(checker: &'a Checker<'a>, publication: &'a Publication) -> Self {
        Self { checker, publication }
    }

    /// The drafts among the targets in which something can be mended, mended; nothing is written yet.
    ///
    /// # Errors
    ///
    /// Where a target is neither a draft nor a list. A draft that cannot be read is left to the check.
    pub fn fix(&self, targets: &Targets) -> Result<Vec<Fixed>, Failure> {
        let paths = self.checker.drafts_of(targets)?;
        let fixed = paths.par_iter().filter_map(|path| self.fix_file(path));
        Ok(fixed.collect())
    }

    fn fix_file(&self, path: &Path) -> Option<Fixed> {
        let shown = self.publication.shown(path);
        let draft = Draft::read(path, shown).ok()?;
        let before = draft.source.text().to_owned();
        let (after, mended) = self.fix_text(shown, &before);
        (after != before).then(|| Fixed {
            path: path.to_owned(),
            shown: shown.to_owned(),
            mended,
            before,
            after,
        })
    }

    /// A draft's text with everything mended that can be, and how many findings that took away.
    pub fn fix_text(&self, shown: &Path, text: &str) -> (String, usize) {
        let mut text = text.to_owned();
        let mut found = self.look(shown, &text);
        let first = found.len();
        while let Some((better, left)) = self.step(shown, &text, &found) {
            text = better;
            found = left;
        }
        (text, first.saturating_sub(found.len()))
    }

    /// One step on: everything at once, else, where that made something worse, whatever by itself does not.
    fn step(&self, shown: &Path, text: &str, found: &[Diagnostic]) -> Option<(String, Vec<Diagnostic>)> {
        let fixes: Vec<&Fix> = found.iter().filter_map(|found| found.fix.as_ref()).collect();
        let counts = counts(found);
        let better = |fixes: &[&Fix]| {
            let candidate = edited(text, fixes)?;
            let left = self.look(shown, &candidate);
            is_better(&counts, &left).then_some((candidate, left))
        };
        if let Some(all) = better(&fixes) {
            return Some(all);
        }
        if fixes.len() < 2 {
            return None;
        }
        // From the end, so that the one that is taken is the last, and the next step begins with what stands before it.
        fixes.iter().rev().find_map(|fix| better(&[*fix]))
    }

    fn look(&self, shown: &Path, text: &str) -> Vec<Diagnostic> {
        let draft = Draft::parse(Arc::new(Source::new(shown, text)));
        self.checker.review_alone(&draft)
    }
}

fn counts(found: &[Diagnostic]) -> Counts {
    let mut counts = Counts::new();
    for found in found {
        *counts.entry(found.rule).or_default() += 1;
    }
    counts
}

/// Whether fewer findings are left, and none of any rule that were not there before.
fn is_better(before: &Counts, left: &[Diagnostic]) -> bool {
    let after = counts(left);
    let total = |counts: &Counts| counts.values().sum::<usize>();
    let none_new = after
        .iter()
        .all(|(rule, count)| before.get(rule).is_some_and(|before| count <= before));
    none_new && total(&after) < total(before)
}
