//! One copy handed over.
//!
//! ```text
//! claimed     MAIL, RCPT, DATA ──▶ 354        refused: rejected | deferred; lost: planned
//!    │        the intent is granted           refused: the row is no longer ours
//! committing  the message, the final dot, and the next copy's MAIL, RCPT, DATA in one group
//!    │        answer to the final dot ──▶ accepted | rejected | deferred; none: in_doubt
//!    ▼        answers to the group's rest: the next copy's Dialogue reads them
//! ```
//!
//! So with PIPELINING a copy costs one round trip (RFC 2920 section 3.1). The intent may be granted long before the 354; the dot is never written without it.

use std::iter::once;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use tokio::select;
use tokio::time::sleep;

use crate::message::{Event, Journal, MessageSource, Outcome, Phase, Reply};

use super::ahead::Ahead;
use super::commands::DOT;
use super::drawn::Drawn;
use super::halt::Level;
use super::lost::Lost;
use super::run::{Awaited, Run};
use super::session::Session;
use super::turn::{After, Turn};
use super::verdict;
use super::{Slot, Stop};

/// The final dot is a few octets: where they have not left after so long, the relay takes nothing.
const LONGEST_PASSAGE: Duration = Duration::from_secs(1);

/// As many parts as most copies have, with what goes out behind them.
const PARTS: usize = 16;

/// One copy on one connection.
pub(super) struct Dialogue<'a, S, J> {
    pub(super) run: &'a Arc<Run<S, J>>,
    pub(super) session: &'a mut Session,
    pub(super) copy: &'a mut Drawn,
}

impl<'a, S: MessageSource, J: Journal> Dialogue<'a, S, J> {
    /// Walks the copy through. Until its final dot is written it can be given up; from then on its answer is awaited, unless all must end at once.
    pub(super) async fn hold(mut self, ahead: &mut Ahead) -> Turn {
        let run = self.run;
        let opened = select! {
            biased;
            opened = self.open() => opened,
            () = run.halt.reached(Level::Winding) => Err(Turn::nothing(After::Dropped)),
        };
        if let Err(turn) = opened {
            return turn;
        }
        // The next copy's intent is asked for before this one's is granted: where the disk is slow one commit is under way while the next is gathered, and a connection
        // that took part in only every other one would send half as much. What came before is settled, so that no more are open than later on.
        self.copy.intent.ask(&run.journal, self.copy.message.attempt);
        ahead.fill(run, self.session).await;
        let granted = select! {
            biased;
            granted = self.granted() => granted,
            () = run.halt.reached(Level::Winding) => Err(Turn::nothing(After::Dropped)),
        };
        if let Err(turn) = granted {
            return turn;
        }
        match self.hand_over(ahead).await {
            Ok(_awaited) => self.finish().await,
            Err(turn) => turn,
        }
    }

    /// Waits until the intent is granted.
    async fn granted(&mut self) -> Result<(), Turn> {
        let (run, attempt) = (self.run, self.copy.message.attempt);
        match self.copy.intent.answer(&run.journal, attempt).await {
            Ok(true) => Ok(()),
            Ok(false) => {
                run.wary.store(true, Ordering::Relaxed);
                Err(Turn::nothing(After::Dropped))
            }
            Err(fault) => Err(Turn::nothing(After::Stop(Stop::Journal(fault)))),
        }
    }

    /// The message, its final dot, and what goes out with it.
    async fn hand_over(&mut self, ahead: &mut Ahead) -> Result<Awaited<'a>, Turn> {
        if self.run.pace.holds(&self.copy.leave)
            && let Some(slot) = self.copy.slot.take()
        {
            return Box::pin(self.hand_over_in_time(slot, ahead)).await;
        }
        self.last_look().await?;
        let tail = ahead.tail(self.session);
        let message = std::mem::take(&mut self.copy.message.octets);
        let mut parts = Vec::with_capacity(PARTS);
        parts.extend(message.slices().chain(once(tail.as_bytes())));
        let written = self.write_with_dot(&parts, message.len()).await;
        self.copy.message.octets = message;
        written
    }

    /// The same where the pace decides when the final dot may be written.
    async fn hand_over_in_time(&mut self, slot: Slot, ahead: &mut Ahead) -> Result<Awaited<'a>, Turn> {
        // All but the dot, which is what counts, and must leave when it is counted.
        self.write_before_dot().await?;
        let run = self.run;
        let mut leave = std::mem::take(&mut self.copy.leave);
        let passage = select! {
            biased;
            () = run.halt.reached(Level::Winding) => return Err(Turn::nothing(After::Dropped)),
            passage = run.pace.open(&leave) => passage,
        };
        self.last_look().await?;
        let tail = ahead.tail(self.session);
        let parts = [tail.as_bytes()];
        let written = {
            let write = self.write_with_dot(&parts, 0);
            tokio::pin!(write);
            select! {
                biased;
                written = &mut write => {
                    passage.pass();
                    written
                }
                // A relay that does not take so little holds up nobody else.
                () = sleep(LONGEST_PASSAGE) => {
                    passage.pass();
                    write.await
                }
            }
        };
        leave.leave_place();
        self.copy.leave = leave;
        drop(slot);
        written
    }

    /// Whether anything has happened that forbids the final dot.
    async fn last_look(&mut self) -> Result<(), Turn> {
        if self.run.halt.is(Level::Winding) || self.run.journal_failed() {
            return Err(Turn::nothing(After::Dropped));
        }
        if let Err(lost) = self.session.quiet(Phase::Body).await {
            return Err(Box::pin(self.early_word()).await.unwrap_or(lost.into()));
        }
        Ok(())
    }

    async fn write_before_dot(&mut self) -> Result<(), Turn> {
        let run = self.run;
        let parts: Vec<&[u8]> = self.copy.message.octets.slices().collect();
        let mut written = 0;
        let wrote = select! {
            biased;
            wrote = self.session.write(Phase::Body, &parts, &mut written) => wrote,
            () = run.halt.reached(Level::Winding) => return Err(Turn::nothing(After::Dropped)),
        };
        match wrote {
            Ok(()) => Ok(()),
            Err(lost) => Err(Box::pin(self.early_word()).await.unwrap_or(lost.into())),
        }
    }

    /// Writes a message (or what is left of it: so many octets) and what stands behind it. A dot that did not go out whole ends nothing: then nothing was handed over.
    async fn write_with_dot(&mut self, parts: &[&[u8]], message: usize) -> Result<Awaited<'a>, Turn> {
        let run = self.run;
        let awaited = run.await_answer();
        let mut written = 0;
        let wrote = select! {
            biased;
            wrote = self.session.write(Phase::Body, parts, &mut written) => wrote,
            () = run.halt.reached(Level::Winding) => Err(Lost::new(Phase::Body, "stopped")),
        };
        let dotted = written >= message + DOT.len();
        match wrote {
            Ok(()) => Ok(awaited),
            // What the server says to the dot counts, although it took no more than that.
            Err(_) if dotted => Ok(awaited),
            Err(_) if run.halt.is(Level::Winding) => Err(Turn::nothing(After::Dropped)),
            Err(lost) => Err(Box::pin(self.early_word()).await.unwrap_or(lost.into())),
        }
    }

    /// Some servers answer in the middle of a message and close. What they say of it counts: it was refused.
    async fn early_word(&mut self) -> Option<Turn> {
        let limit = self.session.timeouts.quit;
        let reply = self.session.reply(Phase::Body, limit).await.ok()?;
        let lost = Lost::new(Phase::Body, format!("the relay broke in with `{reply}`"));
        let refusal = reply.is_transient() || reply.is_permanent();
        refusal.then(|| self.refused(Phase::Body, reply).losing(lost))
    }

    /// The answer to the final dot: only that tells what became of the copy (RFC 1047).
    async fn finish(&mut self) -> Turn {
        let phase = Phase::Terminator;
        let (run, limit) = (self.run, self.session.timeouts.terminator);
        let answer = select! {
            biased;
            answer = self.session.reply(phase, limit) => answer,
            () = run.halt.reached(Level::AtOnce) => {
                Err(Lost::new(phase, "stopped while the answer to the final dot was awaited"))
            }
        };
        match answer {
            Ok(reply) if reply.is_positive() => {
                run.pace.accepted(self.copy.message.envelope.recipient.domain());
                Turn::new(Outcome::Accepted(reply), After::Ready)
            }
            Ok(reply) if reply.is_transient() || reply.is_permanent() => self.refused(phase, reply),
            Ok(reply) => {
                let what = format!("the final dot was answered `{reply}`");
                verdict::in_doubt(Lost::new(phase, what))
            }
            Err(lost) => verdict::in_doubt(lost),
        }
    }

    /// Any reply but the one hoped for.
    pub(super) fn refused(&mut self, phase: Phase, reply: Reply) -> Turn {
        let domain = self.copy.message.envelope.recipient.domain();
        // MAIL names no recipient: what is said to it is the relay's own word.
        if phase != Phase::Mail
            && let Some(pause) = self.run.pace.refused(domain, &reply)
        {
            self.run.tell(Event::DomainRests {
                domain: domain.to_owned(),
                pause,
                reply: reply.clone(),
            });
        }
        let fault = self.run.blame(phase, &reply);
        verdict::refused(fault, phase, reply, &self.copy.message, self.session)
    }
}
