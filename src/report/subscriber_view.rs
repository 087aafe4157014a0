//! Who is on a list.

use serde_json::{Value, json};

use crate::ledger::{Suppression, SuppressionReason};
use crate::subscriber::{Row, Status};

/// One row of a list for a person, with why nothing goes there although the list says otherwise.
pub fn subscriber_line(row: &Row, suppression: Option<&Suppression>) -> String {
    match (row, suppression) {
        (
            Row::Unusable {
                line,
                written,
                reason,
            },
            _,
        ) => format!("{written}  line {line} is unusable: {reason}"),
        (Row::Usable { subscriber, .. }, None) => {
            let status = status_name(subscriber.status);
            format!("{}  {}  {status}", subscriber.address, subscriber.name)
        }
        (Row::Usable { subscriber, .. }, Some(Suppression { reason, since, .. })) => format!(
            "{}  {}  suppressed: {} at {since:.0}",
            subscriber.address,
            subscriber.name,
            reason.name()
        ),
    }
}

/// The same for a program.
pub fn subscriber_json(row: &Row, suppression: Option<&Suppression>) -> Value {
    match row {
        Row::Usable { subscriber, .. } => json!({
            "email": subscriber.address.written(),
            "name": subscriber.name,
            "language": subscriber.language,
            "tags": subscriber.tags,
            "status": status_name(subscriber.status),
            "suppressed": suppression.map(|entry| json!({
                "reason": entry.reason.name(),
                "since": format!("{:.0}", entry.since),
            })),
            "fields": subscriber.fields,
        }),
        Row::Unusable {
            line,
            written,
            reason,
        } => {
            json!({ "email": written, "status": "unusable", "line": line, "reason": reason })
        }
    }
}

/// Why mail to someone is withheld, and what lifts that.
pub fn kept_from_mail(entry: &Suppression, address: &str) -> String {
    let (reason, since) = (entry.reason.name(), entry.since);
    match entry.reason {
        SuppressionReason::Forgotten => {
            format!("`{address}` gets no mail: {reason} at {since:.0}, which nothing lifts")
        }
        _ => format!(
            "`{address}` gets no mail: {reason} at {since:.0}; `digest subscribers resubscribe {address}` lifts that"
        ),
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Active => "active",
        Status::Unsubscribed => "unsubscribed",
        Status::Bounced => "bounced",
        Status::Pending => "pending",
    }
}
