//! Everyone whom a publication knows.

use crate::foundation::{CanonicalAddress, Failure};
use crate::ledger::{self, Engine, RowFilter, Scope, SqliteEngine};
use crate::publication::Publication;
use crate::subscriber::{List, Row};

use super::desk::ledger_failure;

/// Rows of the ledger looked at at a time.
const PAGE: usize = 1_000;

/// Those who stand on its lists, and those who were to have a copy of an issue: they may stand on no list any more.
pub(super) struct Everyone<'a> {
    pub(super) publication: &'a Publication,
    pub(super) engine: &'a mut SqliteEngine,
}

impl Everyone<'_> {
    /// Visits each subscriber of each list, with the list's name.
    pub(super) fn on_lists(&self, mut visit: impl FnMut(&str, &CanonicalAddress)) -> Result<(), Failure> {
        for path in self.publication.list_files() {
            let list = path
                .file_stem()
                .map(|stem| stem.to_string_lossy().into_owned())
                .unwrap_or_default();
            for row in List::read(&path, self.publication.shown(&path))? {
                if let Row::Usable { subscriber, .. } = row? {
                    visit(&list, &subscriber.address.canonical());
                }
            }
        }
        Ok(())
    }

    /// Visits the copies that a filter means, of every issue that went to subscribers.
    pub(super) fn with_copies(
        &mut self,
        filter: &RowFilter,
        mut visit: impl FnMut(&ledger::Row),
    ) -> Result<(), Failure> {
        let issues = self
            .engine
            .issues(&self.publication.config.id, &Scope::Live)
            .map_err(|error| ledger_failure(&error))?;
        for issue in issues {
            let mut after = 0;
            loop {
                let rows = self
                    .engine
                    .rows(&issue, filter, after, PAGE)
                    .map_err(|error| ledger_failure(&error))?;
                let Some(last) = rows.last() else { break };
                after = last.id;
                rows.iter().for_each(&mut visit);
            }
        }
        Ok(())
    }
}
