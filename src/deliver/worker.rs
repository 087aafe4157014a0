//! One connection's life: messages drawn, handed over, recorded.

use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::select;
use tokio::sync::watch;
use tokio::time::{Instant, sleep};

use crate::message::{Event, Journal, Message, MessageSource, Next, Outcome};

use super::dial::{Undialled, dial};
use super::dialogue::Dialogue;
use super::halt::Level;
use super::run::Run;
use super::session::{Lost, Session};
use super::turn::{After, Turn};
use super::{Slot, Stop};

/// A connection that has nothing to do for longer is closed: servers close it sooner or later (RFC 5321 section 4.5.3.2.7).
const IDLE: Duration = Duration::from_secs(30);

/// Draws messages and keeps one connection for them.
pub(super) struct Worker<S, J> {
    run: Arc<Run<S, J>>,
    number: usize,
    session: Option<Session>,
    /// Attempts that failed in a row, with no copy settled between.
    failures: u32,
    /// Since when the source has had nothing to give.
    idle_since: Option<Instant>,
    /// Changes whenever any worker settles a copy.
    settled: watch::Receiver<()>,
}

/// Why a worker ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Left {
    /// The source had nothing more.
    Done,
    /// It was told to.
    Halted,
}

impl<S: MessageSource, J: Journal> Worker<S, J> {
    pub(super) fn new(run: Arc<Run<S, J>>, number: usize) -> Self {
        Self {
            settled: run.settled.subscribe(),
            run,
            number,
            session: None,
            failures: 0,
            idle_since: None,
        }
    }

    /// Works until there is nothing more, or until the run ends.
    pub(super) async fn work(mut self) -> Left {
        let left = self.draw_all().await;
        self.hang_up().await;
        left
    }

    async fn draw_all(&mut self) -> Left {
        let run = self.run.clone();
        while !run.halt.is(Level::Winding) {
            self.settled.mark_unchanged();
            // Not given up at the first interrupt: what the source has claimed for us must not be forgotten.
            let next = select! {
                next = run.source.next() => next,
                () = run.halt.reached(Level::AtOnce) => return Left::Halted,
            };
            match next {
                Next::Done => return Left::Done,
                Next::Wait(pause) => self.rest(pause).await,
                Next::Message(message) => self.see_off(&message).await,
            }
        }
        Left::Halted
    }

    /// One copy, from finding a connection to its recorded outcome.
    async fn see_off(&mut self, message: &Message) {
        self.idle_since = None;
        let turn = if self.stands(message).await {
            match self.ready().await {
                Some((session, slot)) => self.converse(session, slot, message).await,
                None => Turn::nothing(After::Dropped),
            }
        } else {
            Turn::nothing(After::Dropped)
        };
        self.settle(message, turn.outcome).await;
        match turn.after {
            After::Ready => {
                self.failures = 0;
                self.run.lifeline.answered();
            }
            After::Dropped => {}
            After::Stop(stop) => self.run.stop(stop),
            After::Lost(lost) => self.lose(Instant::now(), lost).await,
        }
    }

    /// Whether the copy is still to be sent. Asked only where the last intent was refused: otherwise each row of a cancelled issue would cost a connection.
    async fn stands(&self, message: &Message) -> bool {
        if !self.run.wary.load(Ordering::Relaxed) {
            return true;
        }
        let stands = self.run.journal.stands(message.attempt).await;
        if stands {
            self.run.wary.store(false, Ordering::Relaxed);
        }
        stands
    }

    async fn converse(&mut self, mut session: Session, slot: Slot, message: &Message) -> Turn {
        let run = self.run.clone();
        let busy = run.lifeline.enter();
        let turn = Dialogue::new(&run, &mut session, message).hold(slot).await;
        drop(busy);
        if matches!(turn.after, After::Ready | After::Stop(Stop::Refused { .. })) {
            self.session = Some(session);
        }
        turn
    }

    async fn settle(&self, message: &Message, outcome: Outcome) {
        let attempt = message.attempt;
        let recorded = self.run.journal.record(attempt, outcome.clone()).await;
        if let Err(fault) = recorded {
            self.run.stop(Stop::Journal(fault));
        }
        self.run.weigh(attempt, &outcome);
        self.run.tell(Event::Settled { attempt, outcome });
        self.run.settled.send_replace(());
    }

    /// A connection that can be used, and a place in the pace; `None` when the run ends first.
    async fn ready(&mut self) -> Option<(Session, Slot)> {
        let run = self.run.clone();
        while !run.halt.is(Level::Winding) {
            let Some(session) = self.session.take() else {
                self.open().await;
                continue;
            };
            if session.used >= run.settings.messages_per_connection {
                session.quit().await;
                continue;
            }
            let slot = select! {
                slot = run.pace.reserve() => slot,
                () = run.halt.reached(Level::Winding) => {
                    self.session = Some(session);
                    return None;
                }
            };
            // Closed while it was idle: nobody's failure, and no reason to wait.
            if session.used > 0
                && let Err(lost) = session.quiet(crate::message::Phase::Mail).await
            {
                self.report(lost);
                continue;
            }
            return Some((session, slot));
        }
        None
    }

    async fn open(&mut self) {
        let run = self.run.clone();
        let began = Instant::now();
        let dialled = select! {
            dialled = dial(run.connect.as_ref(), run.encryption.as_ref(), &run.settings) => dialled,
            () = run.halt.reached(Level::Winding) => return,
        };
        match dialled {
            Ok(session) => {
                self.session = Some(session);
                run.tell(Event::Connected {
                    connection: self.number,
                });
            }
            Err(Undialled::Stop(stop)) => run.stop(stop),
            Err(Undialled::Lost(lost)) => self.lose(began, lost).await,
        }
    }

    /// An attempt failed: waits before the next, or ends the run where it has failed for too long.
    async fn lose(&mut self, began: Instant, lost: Lost) {
        let reason = lost.reason.clone();
        self.report(lost);
        if self.run.halt.is(Level::Winding) {
            return;
        }
        self.failures += 1;
        match self.run.lifeline.failed(began, self.failures) {
            Some(pause) => self.wait(pause).await,
            None => self.run.stop(Stop::RelayUnreachable {
                relay: self.run.settings.relay(),
                reason,
            }),
        }
    }

    fn report(&self, lost: Lost) {
        self.run.tell(Event::Disconnected {
            connection: self.number,
            phase: lost.phase,
            reason: lost.reason,
        });
    }

    /// Nothing to do for now.
    async fn rest(&mut self, pause: Duration) {
        // A source asks to be asked again long before it has something to give: what counts is the time since the last copy.
        let since = *self.idle_since.get_or_insert_with(Instant::now);
        if since.elapsed() + pause > IDLE {
            self.hang_up().await;
        }
        let mut settled = self.settled.clone();
        select! {
            () = self.wait(pause) => {}
            // An outcome may have changed what the source has to give. The sender lives in the run, so this cannot fail.
            _ = settled.changed() => {}
        }
    }

    async fn wait(&self, pause: Duration) {
        select! {
            () = sleep(pause) => {}
            () = self.run.halt.reached(Level::Winding) => {}
        }
    }

    async fn hang_up(&mut self) {
        if let Some(session) = self.session.take()
            && !self.run.halt.is(Level::AtOnce)
        {
            session.quit().await;
        }
    }
}
