//! What a send came to.

use serde_json::{Value, json};

use crate::deliver::Ended;
use crate::foundation::{ExitStatus, Failure};
use crate::ledger::RowState;
use crate::workflow::Sent;

use super::{counts_json, counts_table, in_doubt_advice};

/// The result for a person: the table that adds up, where the mail lies, and who is in doubt.
pub fn sent_view(issue: &str, draft: &str, sent: &Sent) -> String {
    let mut parts = vec![counts_table([(issue, &sent.counts)]).to_string()];
    if let Some(maildir) = &sent.maildir {
        parts.push(format!("mail    {}\n", maildir.display()));
    }
    if !sent.in_doubt.is_empty() {
        parts.push(in_doubt_advice(&sent.in_doubt, &sent.counts, draft) + "\n");
    }
    parts.join("\n")
}

/// The result as JSON.
pub fn sent_json(issue: &str, sent: &Sent) -> Value {
    json!({
        "ended": match &sent.ended {
            Ended::Finished => "finished",
            Ended::Interrupted => "interrupted",
            Ended::Stopped(_) => "stopped",
        },
        "why": match &sent.ended {
            Ended::Stopped(stop) => Some(stop.message()),
            _ => sent.fault.as_ref().map(|fault| fault.message.clone()),
        },
        "account": counts_json(issue, &sent.counts),
        "in_doubt": sent.in_doubt.iter().map(|row| row.mail_to.clone()).collect::<Vec<_>>(),
        "maildir": sent.maildir.as_ref().map(|path| path.display().to_string()),
    })
}

/// What kept a send from its end, with what to do next; `None` where it came to it.
pub fn sent_failure(draft: &str, sent: &Sent) -> Option<Failure> {
    let status = sent.status();
    let failure = match (&sent.ended, &sent.fault) {
        (_, Some(fault)) => fault.clone(),
        (Ended::Stopped(stop), None) => stop
            .hints()
            .into_iter()
            .fold(Failure::new(stop.message()), Failure::hinted),
        (Ended::Interrupted, None) => Failure::new("interrupted: nothing is lost")
            .hinted(format!("`digest send {draft}` continues where this run stopped")),
        (Ended::Finished, None) if status == ExitStatus::Again => unfinished(draft, sent),
        (Ended::Finished, None) => return None,
    };
    Some(failure.with_status(status))
}

fn unfinished(draft: &str, sent: &Sent) -> Failure {
    let number = |state| sent.counts.get(&state).copied().unwrap_or_default();
    let (planned, deferred) = (number(RowState::Planned), number(RowState::Deferred));
    let message = match (planned, deferred) {
        (0, _) => format!("{deferred} deferred: the relay does not take them yet"),
        (_, 0) => format!("{planned} not sent yet"),
        _ => format!("{planned} not sent yet, and {deferred} deferred"),
    };
    Failure::again(message).hinted(format!(
        "run `digest send {draft}` again; it continues where this run stopped"
    ))
}
