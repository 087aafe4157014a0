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
    /// The publication's id, by which the ledger keeps rows and suppressions.
    pub(super) publication: String,
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

    /// Refuses where any issue was sent from another ledger, or under another publication's id: who has left, and who has this issue, is known there and not here.
    pub(super) fn check_ledger(publication: &Publication, ledger: Option<Uuid>) -> Result<(), Failure> {
        for record in Self::all(publication)? {
            if ledger != Some(record.ledger) {
                return Err(record.other_ledger(publication, ledger));
            }
            if record.publication != publication.config.id {
                return Err(record.other_publication(publication));
            }
        }
        Ok(())
    }

    /// Every record there is, by the issues' names.
    fn all(publication: &Publication) -> Result<Vec<Self>, Failure> {
        let Ok(entries) = fs::read_dir(publication.sends_folder()) else {
            return Ok(Vec::new());
        };
        let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
        let mut issues: Vec<String> = names
            .filter_map(|name| Some(name.strip_suffix(".yaml")?.to_owned()))
            .collect();
        issues.sort();
        let records = issues.iter().map(|issue| Self::read(publication, issue));
        Ok(records
            .collect::<Result<Vec<_>, _>>()?
            .into_iter()
            .flatten()
            .collect())
    }

    fn other_ledger(&self, publication: &Publication, ledger: Option<Uuid>) -> Failure {
        let here = match ledger {
            Some(other) => format!("the ledger here is {other}"),
            None => "there is no ledger here".to_owned(),
        };
        let path = path_of(publication, &self.issue);
        Failure::new(format!(
            "`{}` was sent from another ledger: `{}` names {} (since {}), and {here}",
            self.issue,
            publication.shown(&path).display(),
            self.ledger,
            self.begun,
        ))
        .hinted(format!(
            "move the folder `.digest` from where it was sent to `{}`; only there is known who has which issue and who has left",
            publication.state_folder().display()
        ))
        .hinted("if that ledger is lost for good, remove the files of `sends` that name it: then nobody knows any more who left")
    }

    fn other_publication(&self, publication: &Publication) -> Failure {
        Failure::new(format!(
            "`{}` was sent by the publication `{}`, and digest.yaml now says `id: {}`",
            self.issue, self.publication, publication.config.id
        ))
        .hinted(format!(
            "write `id: {}` again: the ledger knows by it who has which issue and who has left",
            self.publication
        ))
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
