//! Who gets no mail, whatever a list says.

use std::collections::HashMap;

use crate::foundation::{CanonicalAddress, Environment, Failure};
use crate::ledger::{AddressHash, Engine, SqliteEngine, Suppression, SuppressionReason, SuppressionScope};
use crate::publication::Publication;

use super::desk::{Desk, address_hash, ledger_failure};
use super::send_record::SendRecord;

/// The suppressions of a publication, to be looked at.
#[derive(Default)]
pub struct Suppressed {
    named: HashMap<CanonicalAddress, Vec<Suppression>>,
    forgotten: HashMap<String, Suppression>,
    hash: Option<AddressHash>,
}

impl Suppressed {
    /// Reads those of the real ledger, also where it cannot be written. A publication that never sent anything has none; one that was sent from elsewhere has its ledger there.
    pub fn read(publication: &Publication, environment: &Environment) -> Result<Self, Failure> {
        let desk = Desk::Live;
        if !desk.ledger_path(publication).exists() {
            SendRecord::check_ledger(publication, None)?;
            return Ok(Self::default());
        }
        let entries = |mut engine: SqliteEngine| {
            let entries = engine.suppressions(&publication.config.id);
            entries.map_err(|error| ledger_failure(&error))
        };
        let read = desk.open_ledger(publication, environment).and_then(entries);
        let read = read.or_else(|failure| match desk.open_copy(publication, environment) {
            Ok((engine, _folder)) => entries(engine),
            Err(_) => Err(failure),
        })?;
        let key = desk.keys(publication, environment)?.founding().clone();
        Ok(Self::of(read, address_hash(key)))
    }

    fn of(entries: Vec<Suppression>, hash: AddressHash) -> Self {
        let mut this = Self {
            hash: Some(hash),
            ..Self::default()
        };
        for entry in entries {
            match entry.canonical.clone() {
                Some(canonical) => this.named.entry(canonical).or_default().push(entry),
                // Who was forgotten can leave once more: that entry has no address either, and changes nothing.
                None if entry.reason == SuppressionReason::Forgotten => {
                    this.forgotten.insert(entry.hash.clone(), entry);
                }
                None => {}
            }
        }
        this
    }

    /// Why a person gets nothing by way of a list; `None` where they do.
    pub fn why(&self, canonical: &CanonicalAddress, list: &str) -> Option<&Suppression> {
        let covers = |entry: &&Suppression| match &entry.scope {
            SuppressionScope::All => true,
            SuppressionScope::List(only) => only == list,
        };
        let mut named = self.named.get(canonical).into_iter().flatten();
        named.find(covers).or_else(|| self.forgotten(canonical))
    }

    /// The entry of a person who asked to be forgotten.
    pub fn forgotten(&self, canonical: &CanonicalAddress) -> Option<&Suppression> {
        let hash = self.hash.as_ref().filter(|_| !self.forgotten.is_empty())?;
        self.forgotten.get(&hash(canonical.as_str()))
    }
}
