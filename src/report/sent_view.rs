//! What a send came to.

use serde_json::{Value, json};

use crate::deliver::Ended;
use crate::foundation::{ExitStatus, Failure, grouped, plural};
use crate::ledger::RowState;
use crate::workflow::Sent;

use super::{counts_json, counts_table, in_doubt_advice};

/// The result for a person: the table that adds up, where the mail lies, who was refused, and who is in doubt.
pub fn sent_view(issue: &str, draft: &str, sent: &Sent) -> String {
    let mut parts = vec![counts_table([(issue, &sent.counts)]).to_string()];
    if let Some(maildir) = &sent.maildir {
        parts.push(format!("mail    {}\n", maildir.display()));
    }
    let sandbox = sandbox_flag(sent);
    let refused = sent.number(RowState::Rejected);
    if refused > 0 {
        parts.push(format!(
            "{} refused for good: `digest status {draft} --state rejected{sandbox}` tells whose, and why\n",
            plural(refused, "copy")
        ));
    }
    if !sent.gone.is_empty() {
        parts.push(gone(sent, draft));
    }
    if sent.has_refused_otherwise() {
        parts.push(format!(
            "once what they were refused for is mended: `digest resolve {draft} --retry{sandbox} EMAIL…`, and send again\n"
        ));
    }
    if sent.cancelled > 0 {
        let copies = plural(usize::try_from(sent.cancelled).unwrap_or(usize::MAX), "copy");
        parts.push(format!(
            "{copies} cancelled, which is final: these readers do not get the issue\n"
        ));
    }
    if !sent.in_doubt.is_empty() {
        let draft = format!("{draft}{sandbox}");
        parts.push(in_doubt_advice(&sent.in_doubt, &sent.counts, &draft) + "\n");
    }
    parts.join("\n")
}

/// Addresses that do not exist go on costing reputation at every issue: a person may suppress them.
fn gone(sent: &Sent, draft: &str) -> String {
    let number = sent.gone.len();
    let least = if sent.names_all_gone() { "" } else { "at least " };
    let refused = format!(
        "{least}{} of them because there is no such address: ",
        grouped(number)
    );
    match sent.gone.as_slice() {
        [one] => format!(
            "{refused}`digest subscribers unsubscribe {}` spares it the next issue\n",
            one.mail_to
        ),
        _ => format!(
            "{refused}`digest subscribers unsubscribe EMAIL…` spares them the next issue; `digest status {draft} --state rejected` names them\n"
        ),
    }
}

/// Why nothing was left to send.
pub fn nothing_to_send(sent: &Sent) -> &'static str {
    if sent.cancelled > 0 {
        "nothing to send: but for the copies cancelled, refused, or in doubt, everyone who should have this issue has it"
    } else if sent.number(RowState::InDoubt) > 0 {
        "nothing to send: but for the copies in doubt, everyone who should have this issue has it"
    } else if sent.number(RowState::Rejected) + sent.number(RowState::Expired) > 0 {
        "nothing to send: but for the copies refused, everyone who should have this issue has it"
    } else {
        "nothing to send: everyone who should have this issue has it"
    }
}

/// What a command to go on with needs besides the draft. Without it, what follows a rehearsal would be a real send.
fn sandbox_flag(sent: &Sent) -> &'static str {
    if sent.maildir.is_some() { " --sandbox" } else { "" }
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
        "no_such_address": sent.gone.iter().map(|row| row.mail_to.clone()).collect::<Vec<_>>(),
        "in_doubt": sent.in_doubt.iter().map(|row| row.mail_to.clone()).collect::<Vec<_>>(),
        "maildir": sent.maildir.as_ref().map(|path| path.display().to_string()),
    })
}

/// What kept a send from its end, with what to do next; `None` where it came to it.
pub fn sent_failure(draft: &str, sent: &Sent) -> Option<Failure> {
    let status = sent.status();
    let draft = &format!("{draft}{}", sandbox_flag(sent));
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
    let (planned, deferred) = (sent.number(RowState::Planned), sent.number(RowState::Deferred));
    let waiting = format!(
        "{} deferred: the relay does not take them yet",
        plural(deferred, "copy")
    );
    let left = match sent.limit {
        Some(limit) => format!(
            "{} not sent yet, as `--limit {limit}` asks",
            plural(planned, "copy")
        ),
        None => format!("{} not sent yet", plural(planned, "copy")),
    };
    let failure = Failure::again(match (planned, deferred) {
        (0, _) => waiting,
        (_, 0) => left,
        _ => format!("{left}; {waiting}"),
    });
    let failure = failure.hinted(format!(
        "run `digest send {draft}` again; it continues where this run stopped"
    ));
    match deferred {
        0 => failure,
        _ => failure.hinted(format!(
            "`digest status {draft} --state deferred` tells whose they are, and what the relay said"
        )),
    }
}
