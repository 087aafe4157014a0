//! `sends/ID.yaml`: which ledger knows who has an issue.

use std::fs;
use std::io::ErrorKind;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::foundation::{Failure, replace};
use crate::publication::Publication;

/// Written before the first message of a real send leaves, and kept in git: a clone without the ledger then knows that it must not send. Holds no addresses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct SendRecord {
    /// The issue's id.
    pub(super) issue: String,
    /// The identity of the ledger that knows who has it.
    pub(super) ledger: Uuid,
    /// SHA-256 of the first edition, hexadecimal.
    pub(super) edition: String,
    /// When the first send began (RFC 3339).
    pub(super) begun: String,
}

impl SendRecord {
    /// The record of an issue, where it has been sent before.
    pub(super) fn read(publication: &Publication, issue: &str) -> Result<Option<Self>, Failure> {
        let path = path_of(publication, issue);
        let text = match fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(unreadable(publication, issue, &error.to_string())),
        };
        serde_yaml::from_str(&text)
            .map(Some)
            .map_err(|error| unreadable(publication, issue, &error.to_string()))
    }

    /// Writes the record; one that is there already stays as it is.
    pub(super) fn write(&self, publication: &Publication) -> Result<(), Failure> {
        if Self::read(publication, &self.issue)?.is_some() {
            return Ok(());
        }
        let path = path_of(publication, &self.issue);
        let shown = publication.shown(&path).display().to_string();
        let yaml = serde_yaml::to_string(self).map_err(|error| Failure::new(error.to_string()))?;
        let text = format!(
            "# Written by `digest send`; keep it in git. It names the ledger that knows who has this issue.\n{yaml}"
        );
        replace(&path, text.as_bytes())
            .map_err(|error| Failure::new(format!("`{shown}` cannot be written: {error}")))
    }

    /// Refuses where the issue was sent from another ledger.
    pub(super) fn check_ledger(
        publication: &Publication,
        issue: &str,
        ledger: Option<Uuid>,
    ) -> Result<(), Failure> {
        let Some(record) = Self::read(publication, issue)? else {
            return Ok(());
        };
        if ledger == Some(record.ledger) {
            return Ok(());
        }
        let here = match ledger {
            Some(other) => format!("the ledger here is {other}"),
            None => "there is no ledger here".to_owned(),
        };
        let shown = path_of(publication, issue);
        Err(Failure::new(format!(
            "`{issue}` was sent from another ledger: `{}` names {} (since {}), and {here}",
            publication.shown(&shown).display(),
            record.ledger,
            record.begun,
        ))
        .hinted(format!(
            "bring the folder `.digest` from where it was sent to `{}`; sending from here would mail everyone again",
            publication.state_folder().display()
        )))
    }
}

fn path_of(publication: &Publication, issue: &str) -> PathBuf {
    publication.sends_folder().join(format!("{issue}.yaml"))
}

fn unreadable(publication: &Publication, issue: &str, why: &str) -> Failure {
    let path = path_of(publication, issue);
    Failure::new(format!(
        "`{}` cannot be read: {why}",
        publication.shown(&path).display()
    ))
    .hinted("restore it from git; it tells which ledger knows who has this issue")
}
