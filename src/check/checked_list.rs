//! A list to be checked.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::foundation::{Diagnostic, Failure, Location, Source, Span};
use crate::subscriber::{List, Row};

/// A list that can be read. Its rows are read anew by each rule that asks for them, so that a list of any length fits.
pub(super) struct CheckedList {
    /// The file.
    pub(super) path: PathBuf,
    /// Its path as a person should see it.
    pub(super) shown: PathBuf,
}

impl CheckedList {
    /// Opens a list. Fails where it is none.
    pub(super) fn open(path: &Path, shown: &Path) -> Result<Self, Failure> {
        List::read(path, shown)?;
        Ok(Self {
            path: path.to_owned(),
            shown: shown.to_owned(),
        })
    }

    /// Its rows; an item is an error where the file can no longer be read.
    pub(super) fn rows(&self) -> impl Iterator<Item = Result<Row, Failure>> {
        let (list, failure) = match List::read(&self.path, &self.shown) {
            Ok(list) => (Some(list), None),
            Err(failure) => (None, Some(Err(failure))),
        };
        list.into_iter().flatten().chain(failure)
    }

    /// The names of its columns besides those that mean something to us, as slots write them; none where the file can no longer be read.
    pub(super) fn columns(&self) -> Vec<String> {
        let list = List::read(&self.path, &self.shown);
        list.map(|list| list.fields().to_vec()).unwrap_or_default()
    }

    /// The place of a row, by its line. The line's text is put in by [`CheckedList::illustrate`].
    pub(super) fn line(&self, number: usize) -> Location {
        let source = Arc::new(Source::excerpt(&self.shown, number, ""));
        Location::new(&source, Span::at(0))
    }

    /// Puts the text of their lines into findings about this list: all at once, since the file is read for it.
    pub(super) fn illustrate(&self, findings: &mut [Diagnostic]) {
        let mut own: Vec<&mut Diagnostic> = findings
            .iter_mut()
            .filter(|found| found.location.source.path() == self.shown)
            .collect();
        let numbers: BTreeSet<usize> = own
            .iter()
            .map(|found| found.location.source.first_line())
            .collect();
        if numbers.is_empty() {
            return;
        }
        // A finding without its line's text still names the line.
        let Ok(lines) = List::excerpts(&self.path, &self.shown, &numbers) else {
            return;
        };
        for found in &mut own {
            if let Some(source) = lines.get(&found.location.source.first_line()) {
                let span = Span::new(0, source.text().trim_end().len());
                found.location = Location::new(&Arc::new(source.clone()), span);
            }
        }
    }
}
