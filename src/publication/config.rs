//! digest.yaml, as meant.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use crate::foundation::{Address, Severity, Source, Span};

use super::{Author, Relay, Structure, Unsubscribe};

/// Everything digest.yaml says, checked and with its defaults filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The file it was read from.
    pub source: Arc<Source>,
    /// List-Id and this publication's name in a shared ledger.
    pub id: String,
    /// The newsletter's name.
    pub title: String,
    /// Its language (BCP 47).
    pub language: String,
    /// Who the mail is from.
    pub from: Sender,
    /// Where answers go, if not to the From address.
    pub reply_to: Option<Address>,
    /// Where bounces go (the envelope sender), if not to the From address.
    pub bounce: Option<Address>,
    /// The postal address in the footer, which several laws ask for.
    pub postal_address: Option<String>,
    /// The newsletter's web site.
    pub homepage: Option<String>,
    /// The authors known by a key, in the file's order.
    pub authors: Vec<(String, Author)>,
    /// The house style.
    pub structure: Structure,
    /// The lists, in the file's order.
    pub lists: Vec<ListSettings>,
    /// The relay; a publication that only checks and renders needs none.
    pub relay: Option<Relay>,
    /// How subscribers leave.
    pub unsubscribe: Unsubscribe,
    /// How long after an issue's first copy someone who joins still gets it.
    pub late_joiners: Duration,
    /// Where the ledger is, from the publication's folder.
    pub ledger: PathBuf,
    /// How `check` is set.
    pub check: CheckSettings,
}

/// Who the mail is from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender {
    /// The display name.
    pub name: String,
    /// The address.
    pub email: Address,
}

/// A list named in digest.yaml.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListSettings {
    /// Its name: the stem of its file in `subscribers/`.
    pub name: String,
    /// What a reader sees it called.
    pub title: String,
}

/// How `check` is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckSettings {
    /// The least severity that fails.
    pub fail_on: Severity,
    /// Rules switched off or given another severity: the rule's name, where it stands, and the setting.
    pub rules: Vec<(String, Span, RuleSetting)>,
}

/// What digest.yaml says of a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RuleSetting {
    /// Not to be run.
    Off,
    /// Its findings have this severity.
    At(Severity),
}

impl Config {
    /// The author with a key.
    pub fn author(&self, key: &str) -> Option<&Author> {
        self.authors
            .iter()
            .find(|(known, _)| known == key)
            .map(|(_, author)| author)
    }

    /// The list with a name.
    pub fn list(&self, name: &str) -> Option<&ListSettings> {
        self.lists.iter().find(|list| list.name == name)
    }

    /// The envelope sender: the bounce address, else the From address (RFC 5321 section 4.1.1.2).
    pub fn envelope_sender(&self) -> &Address {
        self.bounce.as_ref().unwrap_or(&self.from.email)
    }
}
