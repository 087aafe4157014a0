//! What happens during a send, drawn while it happens.

use std::collections::HashSet;

use tokio::sync::mpsc::UnboundedReceiver;

use crate::foundation::plural;
use crate::message::{Attempt, Event, Outcome};
use crate::report::{Console, Headway, Progress, SendLog, time_span};
use crate::workflow::Underway;

/// Draws events until there are no more: the bar, what a person should know at once, and the log.
pub(super) async fn follow(
    mut happening: UnboundedReceiver<Event>,
    mut progress: Option<Progress>,
    underway: &Underway,
    mut log: Option<&mut SendLog>,
    console: &mut Console,
) {
    let mut headway = Headway::default();
    let mut deferred = HashSet::new();
    while let Some(event) = happening.recv().await {
        let addressee = match &event {
            Event::Settled { attempt, .. } => underway.settle(*attempt),
            _ => None,
        };
        if let Some(log) = &mut log {
            log.event(&event, addressee.as_ref());
            if happening.is_empty() {
                log.flush();
            }
        }
        match event {
            Event::Settled { attempt, outcome } => {
                count(&mut headway, &mut deferred, attempt, &outcome);
                headway.in_flight = underway.number();
                if let Some(progress) = &mut progress {
                    progress.update(headway, console);
                }
            }
            Event::Stopping { awaited } => {
                let line = format!(
                    "stopping: {} awaited, for at most ten minutes; Ctrl-C again stops at once and leaves them in doubt",
                    plural(awaited, "answer")
                );
                tell(progress.as_ref(), &line, console);
            }
            Event::DomainRests { domain, pause, reply } => {
                let line = format!(
                    "{domain} says that mail comes too fast: it gets none for {}, and then over one connection (`{reply}`)",
                    time_span(pause)
                );
                tell(progress.as_ref(), &line, console);
            }
            Event::Disconnected {
                connection,
                phase,
                reason,
            } => {
                console.detail(format!(
                    "connection {}: lost at {phase}: {reason}",
                    connection + 1
                ));
            }
            Event::Connected { connection } => console.detail(format!("connection {}: open", connection + 1)),
        }
    }
    if let Some(progress) = progress {
        progress.finish(console);
    }
}

/// Counts what became of one try; `deferred` are the rows that wait for another.
fn count(headway: &mut Headway, deferred: &mut HashSet<i64>, attempt: Attempt, outcome: &Outcome) {
    deferred.remove(&attempt.row);
    match outcome {
        Outcome::Accepted(_) => headway.accepted += 1,
        Outcome::Refused { reply, .. } if reply.is_transient() => {
            deferred.insert(attempt.row);
        }
        Outcome::Refused { .. } => headway.refused += 1,
        Outcome::TurnedAway { .. } | Outcome::NotHandedOver | Outcome::InDoubt { .. } => {}
    }
    headway.deferred = deferred.len();
}

fn tell(progress: Option<&Progress>, line: &str, console: &mut Console) {
    match progress {
        Some(progress) => progress.tell(line, console),
        None => console.tell(line),
    }
}
