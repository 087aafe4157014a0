//! A copy as its plan froze it.

use crate::compose::dkim::Signers;
use crate::foundation::{CanonicalAddress, Environment, Failure};
use crate::ledger::{Engine, IssueKey, Scope};
use crate::message::Message;
use crate::publication::Publication;

use super::desk::{Desk, ledger_failure};
use super::freeze::composer_of;
use super::secrets::keys;

/// One person's copy of an issue that was planned.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrozenCopy {
    /// The bytes that every attempt sends.
    pub message: Message,
    /// The hash of its edition: another one now means that the draft has changed since.
    pub edition: String,
}

impl FrozenCopy {
    /// The copy, with its signatures, where there is a ledger here that has planned one.
    pub fn find(
        publication: &Publication,
        environment: &Environment,
        signers: Signers,
        issue: &str,
        address: &CanonicalAddress,
    ) -> Result<Option<Self>, Failure> {
        let Some(keys) = keys(publication, environment)? else {
            return Ok(None);
        };
        if !Desk::Live.ledger_path(publication).exists() {
            return Ok(None);
        }
        let mut engine = Desk::Live.open_ledger(publication, environment)?;
        let issue = IssueKey {
            publication: publication.config.id.clone(),
            scope: Scope::Live,
            issue: issue.to_owned(),
        };
        let found = engine
            .copy(&issue, address)
            .map_err(|error| ledger_failure(&error))?;
        let Some((row, edition)) = found else {
            return Ok(None);
        };
        let list = row.lists.first().map_or("", String::as_str);
        let message = composer_of(&edition, &keys)?
            .signed_by(signers)
            .compose(row.attempt, &row.canonical, &row.mail_to, list, &row.profile)
            .map_err(|unfillable| {
                Failure::new(format!(
                    "the planned copy cannot be filled: {}",
                    unfillable.reason
                ))
            })?;
        Ok(Some(Self {
            message,
            edition: edition.hash,
        }))
    }
}
