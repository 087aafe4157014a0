//! Whether the ledger can be read and written.

use std::fs::OpenOptions;

use crate::foundation::{Environment, Failure};
use crate::publication::Publication;
use crate::workflow::Account;
use crate::workflow::desk::Desk;

use super::finding::{Finding, Topic, Verdict};

/// Opens the ledger with its key, and a file beside it.
pub(super) fn ledger(publication: &Publication, environment: &Environment) -> Finding {
    let path = Desk::Live.ledger_path(publication);
    let shown = publication.shown(&path).display().to_string();
    if !path.exists() {
        return Finding::new(
            Topic::Ledger,
            Verdict::Note,
            format!("there is no ledger yet at `{shown}`"),
        )
        .hinted("if this publication was sent from another machine or clone, bring its `.digest` folder here")
        .hinted("if it never sent anything, `digest send --new-ledger` makes one");
    }
    let account = match Account::open(publication, environment, Desk::Live) {
        Ok(account) => account,
        Err(failure) => return fault(failure),
    };
    let folder = path.parent().unwrap_or(&publication.root);
    let beside = tempfile::tempfile_in(folder).map(drop);
    let written = OpenOptions::new().append(true).open(&path).map(drop).and(beside);
    if let Err(error) = written {
        return fault(
            Failure::new(format!("`{shown}` cannot be written: {error}"))
                .hinted("give write permission for the file and its folder to the user who sends"),
        );
    }
    match account.sender {
        Some(sender) => Finding::new(
            Topic::Ledger,
            Verdict::Note,
            format!(
                "`{shown}` can be written; process {} on {} is sending",
                sender.pid, sender.host
            ),
        ),
        None => Finding::new(
            Topic::Ledger,
            Verdict::Good,
            format!("`{shown}` can be written, and its key is here"),
        ),
    }
}

fn fault(failure: Failure) -> Finding {
    let finding = Finding::new(Topic::Ledger, Verdict::Fault, failure.message);
    failure.hints.into_iter().fold(finding, Finding::hinted)
}
