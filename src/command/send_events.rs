//! What happens during a send, drawn while it happens.

use std::collections::{BTreeSet, HashSet};
use std::time::Duration;

use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::sync::oneshot::{self, Receiver};
use tokio::time::timeout;

use crate::foundation::plural;
use crate::message::{Attempt, Event, Outcome, Phase, Reply};
use crate::report::{Console, Headway, Progress, SendLog, time_span};
use crate::workflow::Underway;

/// Events are drawn this much time after each other at most: as smooth as a bar need be. Each time costs the sending a little, each event alone would cost it much.
const BETWEEN: Duration = Duration::from_millis(50);

/// How long it is silent at most before how far it is gets drawn again: a rate sinks, and a bar that stands still must still be true.
const SILENCE: Duration = Duration::from_secs(1);

/// Draws what happens: the bar, what a person should know at once, and the log.
pub(super) struct Follower<'a> {
    pub(super) progress: Option<Progress>,
    pub(super) underway: &'a Underway,
    pub(super) log: Option<&'a mut SendLog>,
    pub(super) console: &'a mut Console,
}

/// What has been seen so far.
#[derive(Default)]
struct Seen {
    headway: Headway,
    /// Rows that wait for another try.
    deferred: HashSet<i64>,
    /// The connections to the relay that stand.
    open: BTreeSet<usize>,
    /// The relay took nothing for a while, and a person has heard of it. One that counts our mail refuses it again and again.
    refusal: bool,
    /// A person has heard that no connection could be made.
    absence: bool,
}

impl Follower<'_> {
    /// Draws what happens while something is sent, until it is; `send` gives its events to whom it is given.
    pub(super) async fn follow<S: Future>(self, send: impl FnOnce(UnboundedSender<Event>) -> S) -> S::Output {
        let (events, happening) = mpsc::unbounded_channel();
        let (going, over) = oneshot::channel::<()>();
        let sending = send(events);
        let sending = async {
            let sent = sending.await;
            drop(going);
            sent
        };
        tokio::join!(sending, self.draw_all(happening, over)).0
    }

    /// Draws events until there are no more; rests between them until it is over.
    async fn draw_all(mut self, mut happening: UnboundedReceiver<Event>, over: Receiver<()>) {
        let mut seen = Seen::default();
        let mut events = Vec::new();
        tokio::pin!(over);
        let mut is_over = false;
        loop {
            let come = timeout(SILENCE, happening.recv_many(&mut events, usize::MAX)).await;
            if come == Ok(0) {
                break;
            }
            for event in events.drain(..) {
                self.draw(event, &mut seen);
            }
            seen.headway.in_flight = self.underway.number();
            seen.headway.waits_for_relay = seen.open.is_empty();
            if let Some(log) = &mut self.log {
                log.flush();
            }
            if let Some(progress) = &mut self.progress {
                progress.update(seen.headway, self.console);
            }
            if !is_over {
                is_over = timeout(BETWEEN, &mut over).await.is_ok();
            }
        }
        if let Some(progress) = self.progress {
            progress.finish(self.console);
        }
    }

    fn draw(&mut self, event: Event, seen: &mut Seen) {
        let addressee = match &event {
            Event::Settled { attempt, .. } => self.underway.settle(*attempt),
            _ => None,
        };
        if let Some(log) = &mut self.log {
            log.event(&event, addressee.as_ref());
        }
        match event {
            Event::Settled { attempt, outcome } => seen.count(attempt, &outcome),
            Event::Stopping { awaited: 0 } => self.tell("stopping: no answer is awaited"),
            Event::Stopping { awaited } => self.tell(&format!(
                "stopping: {} awaited, for at most ten minutes; Ctrl-C again stops at once and leaves them in doubt",
                plural(awaited, "answer")
            )),
            Event::DomainRests { domain, pause, reply } => self.tell(&format!(
                "{domain} says that mail comes too fast: it gets none for {}, and then over one connection (`{reply}`)",
                time_span(pause)
            )),
            Event::RelayRefuses {
                phase,
                patience,
                reply,
            } => {
                if !std::mem::replace(&mut seen.refusal, true) {
                    self.tell(&refusal(phase, &reply, patience));
                }
            }
            Event::Disconnected {
                connection,
                phase,
                reason,
            } => {
                if seen.open.is_empty() && phase < Phase::Mail && !std::mem::replace(&mut seen.absence, true) {
                    self.tell(&format!("there is no connection to the relay yet ({phase}: {reason}); it is tried again"));
                }
                self.console.detail(format!(
                    "connection {}: lost at {phase}: {reason}",
                    connection + 1
                ));
            }
            Event::Closed { connection } => {
 seen.open.remove(&connection);
}
            Event::Connected { connection } => {
                seen.open.insert(connection);
                self.console.detail(format!("connection {}: open", connection + 1));
            }
        }
    }

    fn tell(&mut self, line: &str) {
        match &self.progress {
            Some(progress) => progress.tell(line, self.console),
            None => self.console.tell(line),
        }
    }
}

impl Seen {
    /// Counts what became of one try.
    fn count(&mut self, attempt: Attempt, outcome: &Outcome) {
        self.deferred.remove(&attempt.row);
        match outcome {
            Outcome::Accepted(_) => self.headway.accepted += 1,
            Outcome::Refused { reply, .. } if reply.is_transient() => {
                self.deferred.insert(attempt.row);
            }
            Outcome::Refused { .. } => self.headway.refused += 1,
            Outcome::TurnedAway { .. } | Outcome::NotHandedOver | Outcome::InDoubt { .. } => {}
        }
        self.headway.deferred = self.deferred.len();
    }
}

fn refusal(phase: Phase, reply: &Reply, patience: Duration) -> String {
    format!(
        "the relay takes nothing from us for now: at {phase} it says `{reply}`; each time it is tried again for up to {}; `relay.rate` in digest.yaml keeps below what it allows",
        time_span(patience)
    )
}
