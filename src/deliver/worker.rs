//! One connection's life: messages drawn, handed over, recorded.

use std::sync::Arc;
use std::time::Duration;

use tokio::select;
use tokio::sync::futures::Notified;
use tokio::time::{Instant, sleep};

use crate::message::{Event, Journal, Message, MessageSource, Outcome, Phase};

use super::ahead::Ahead;
use super::dial::{Undialled, dial};
use super::dialogue::Dialogue;
use super::draw::Draw;
use super::drawn::Drawn;
use super::halt::Level;
use super::lost::Lost;
use super::run::Run;
use super::session::Session;
use super::turn::{After, Turn};
use super::{Leave, Stop};

/// A connection that has nothing to do for longer is closed: servers close it sooner or later (RFC 5321 section 4.5.3.2.7).
const IDLE: Duration = Duration::from_secs(30);

/// Draws messages and keeps one connection for them.
pub(super) struct Worker<S, J> {
    run: Arc<Run<S, J>>,
    number: usize,
    /// In a place of its own: it goes from hand to hand with each copy, and every future that holds it is as large as it is.
    session: Option<Box<Session>>,
    /// What comes after the present copy.
    ahead: Ahead,
    /// Attempts that failed in a row, with no copy settled between.
    failures: u32,
    /// Since when the source has had nothing to give.
    idle_since: Option<Instant>,
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
            run,
            number,
            session: None,
            ahead: Ahead::default(),
            failures: 0,
            idle_since: None,
        }
    }

    /// Works until there is nothing more, or until the run ends.
    pub(super) async fn work(mut self) -> Left {
        let left = self.draw_all().await;
        self.give_back().await;
        self.hang_up().await;
        left
    }

    async fn draw_all(&mut self) -> Left {
        let run = self.run.clone();
        while !run.halt.is(Level::Winding) {
            if let Some(copy) = self.ahead.pop() {
                self.see_off(copy).await;
                continue;
            }
            // From now on: what is settled while the source is asked may change its answer.
            let settled = run.settled.notified();
            // Not given up at the first interrupt: what the source has claimed for us must not be forgotten.
            let drawn = select! {
                drawn = run.draw(self.number) => drawn,
                () = run.halt.reached(Level::AtOnce) => return Left::Halted,
            };
            match drawn {
                Draw::Done => return Left::Done,
                Draw::Wait(pause) => self.rest(pause, settled).await,
                Draw::Copy(copy) => self.see_off(copy).await,
            }
        }
        Left::Halted
    }

    /// One copy, from finding a connection to its recorded outcome.
    async fn see_off(&mut self, mut copy: Drawn) {
        self.idle_since = None;
        let turn = loop {
            let turn = self.turn(&mut copy).await;
            let After::Closed(lost) = turn.after else {
                break turn;
            };
            copy.joined = false;
            self.report(&lost);
        };
        let turn = self.run.judge(copy.message.attempt, turn);
        copy.intent.done(&self.run.journal, copy.message.attempt).await;
        // Before others hear of the outcome: they may be waiting for just this.
        copy.leave = Leave::default();
        self.settle(&copy.message, turn.outcome).await;
        // What was drawn ahead is as good over another connection, where no server has heard of it.
        if !matches!(turn.after, After::Ready | After::Dropped) {
            Box::pin(self.give_back()).await;
        }
        match turn.after {
            After::Ready => {
                self.failures = 0;
                self.run.lifeline.answered();
            }
            After::PutOff(lost) => {
                self.report(&lost);
                self.failures = 0;
                self.run.lifeline.answered();
            }
            After::Dropped | After::Closed(_) => {}
            After::Stop(stop) => self.run.stop(stop),
            After::Lost(lost) => Box::pin(self.lose(Instant::now(), lost)).await,
        }
    }

    async fn turn(&mut self, copy: &mut Drawn) -> Turn {
        if !copy.joined && !copy.stands(&self.run).await {
            return Turn::nothing(After::Dropped);
        }
        match self.ready(copy).await {
            Some(session) => self.converse(session, copy).await,
            None => Turn::nothing(After::Dropped),
        }
    }

    /// What was drawn ahead is nobody's any more.
    async fn give_back(&mut self) {
        if self.ahead.has_joined() {
            self.session = None;
        }
        while let Some(mut copy) = self.ahead.pop() {
            copy.leave = Leave::default();
            self.settle(&copy.message, Outcome::NotHandedOver).await;
        }
    }

    async fn converse(&mut self, mut session: Box<Session>, copy: &mut Drawn) -> Turn {
        let run = self.run.clone();
        let busy = run.lifeline.enter();
        let dialogue = Dialogue {
            run: &run,
            session: &mut session,
            copy,
        };
        let turn = dialogue.hold(&mut self.ahead).await;
        drop(busy);
        if matches!(turn.after, After::Ready | After::Stop(Stop::Refused { .. })) {
            self.session = Some(session);
        }
        turn
    }

    async fn settle(&mut self, message: &Message, outcome: Outcome) {
        let attempt = message.attempt;
        let recorded = self.run.journal.record(attempt, outcome.clone()).await;
        if let Err(fault) = recorded {
            self.run.stop(Stop::Journal(fault));
        }
        self.run.weigh(attempt, &outcome);
        self.run.tell(Event::Settled { attempt, outcome });
        self.run.settled.notify_waiters();
    }

    /// A connection that can be used, with a place in the pace for the copy; `None` when the run ends first.
    async fn ready(&mut self, copy: &mut Drawn) -> Option<Box<Session>> {
        let run = self.run.clone();
        while !run.halt.is(Level::Winding) {
            let Some(session) = self.session.take() else {
                // Apart from the future that each copy goes through: it is large, and seldom needed.
                Box::pin(self.open()).await;
                continue;
            };
            if !copy.joined && !session.has_room_for(1) {
                Box::pin(session.quit()).await;
                continue;
            }
            if copy.slot.is_some() {
                return Some(session);
            }
            let slot = select! {
                slot = run.pace.reserve() => slot,
                () = run.halt.reached(Level::Winding) => {
                    self.session = Some(session);
                    return None;
                }
            };
            copy.slot = Some(slot);
            return Some(session);
        }
        if copy.joined {
            // The server may await the message.
            self.session = None;
        }
        None
    }

    async fn open(&mut self) {
        let run = self.run.clone();
        let began = Instant::now();
        let dialled = select! {
            dialled = dial(run.connect.as_ref(), run.encryption.as_ref(), &run.settings, self.number) => dialled,
            () = run.halt.reached(Level::Winding) => return,
        };
        match dialled {
            Ok(mut session) => {
                session.standing = Some(run.stands(self.number));
                self.session = Some(Box::new(session));
            }
            Err(Undialled::Stop(stop)) => run.stop(stop),
            // Both ways to say hello were tried.
            Err(Undialled::NoEhlo(reply)) => run.stop(Stop::Refused {
                phase: Phase::Hello,
                reply,
                recipient: None,
            }),
            Err(Undialled::Lost(lost)) => self.lose(began, lost).await,
        }
    }

    /// An attempt failed: waits before the next, or ends the run where it has failed for too long.
    async fn lose(&mut self, began: Instant, lost: Lost) {
        self.report(&lost);
        if self.run.halt.is(Level::Winding) {
            return;
        }
        self.failures += 1;
        let refused = lost.may_be_borne();
        match self.run.lifeline.failed(began, self.failures, refused) {
            Some(pause) => {
                self.run.tell_of_refusal(lost);
                self.wait(pause).await;
            }
            None => self.run.stop(lost.into_stop(self.run.settings.relay())),
        }
    }

    fn report(&self, lost: &Lost) {
        self.run.tell(Event::Disconnected {
            connection: self.number,
            phase: lost.phase,
            reason: lost.reason.clone(),
        });
    }

    /// Nothing to do for now.
    async fn rest(&mut self, pause: Duration, settled: Notified<'_>) {
        // A source asks to be asked again long before it has something to give: what counts is the time since the last copy.
        let since = *self.idle_since.get_or_insert_with(Instant::now);
        if since.elapsed() + pause > IDLE {
            self.hang_up().await;
        }
        select! {
            () = self.wait(pause) => {}
            // An outcome may have changed what the source has to give.
            () = settled => {}
        }
    }

    async fn wait(&mut self, pause: Duration) {
        select! {
            () = sleep(pause) => {}
            () = self.run.halt.reached(Level::Winding) => {}
        }
    }

    async fn hang_up(&mut self) {
        if let Some(session) = self.session.take()
            && !self.run.halt.is(Level::AtOnce)
        {
            Box::pin(session.quit()).await;
        }
    }
}
