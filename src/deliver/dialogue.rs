//! One copy handed over.

use std::sync::atomic::Ordering;

use tokio::select;

use crate::message::{Journal, Message, MessageSource, Outcome, Phase, Reply};

use super::commands::Commands;
use super::fault::Fault;
use super::halt::Level;
use super::run::Run;
use super::session::{Lost, Session};
use super::turn::{After, Turn};
use super::{Slot, Stop};

/// MAIL, RCPT, DATA, the message, the final dot: for one copy on one connection.
pub(super) struct Dialogue<'a, S, J> {
    run: &'a Run<S, J>,
    session: &'a mut Session,
    message: &'a Message,
}

const DATA: &str = "DATA\r\n";
const DOT: &str = ".\r\n";

impl<'a, S: MessageSource, J: Journal> Dialogue<'a, S, J> {
    pub(super) fn new(run: &'a Run<S, J>, session: &'a mut Session, message: &'a Message) -> Self {
        Self {
            run,
            session,
            message,
        }
    }

    /// Walks the copy through. Until its intent is asked for it can be abandoned; from then on it is finished, unless all must end at once.
    pub(super) async fn hold(mut self, slot: Slot) -> Turn {
        let commands = match Commands::new(self.message, &self.session.offer) {
            Ok(commands) => commands,
            Err(reply) => return unoffered(reply),
        };
        let run = self.run;
        let opened = select! {
            biased;
            opened = self.open(&commands) => opened,
            () = run.halt.reached(Level::Winding) => Err(Turn::nothing(After::Dropped)),
        };
        if let Err(turn) = opened {
            return turn;
        }
        if let Err(turn) = self.prepare(slot).await {
            return turn;
        }
        self.finish().await
    }

    /// Up to the 354.
    async fn open(&mut self, commands: &Commands) -> Result<(), Turn> {
        if self.session.unfinished {
            self.session.reset().await?;
        }
        self.session.quiet(Phase::Mail).await?;
        self.session.used += 1;
        if self.session.offer.pipelining {
            self.open_at_once(commands).await
        } else {
            self.open_in_steps(commands).await
        }
    }

    async fn open_in_steps(&mut self, commands: &Commands) -> Result<(), Turn> {
        let limits = self.session.timeouts;
        let steps = [
            (Phase::Mail, limits.mail, commands.mail.as_str()),
            (Phase::Recipient, limits.recipient, commands.recipient.as_str()),
            (Phase::Data, limits.data, DATA),
        ];
        for (phase, limit, command) in steps {
            let reply = self.session.command(phase, limit, command).await?;
            if !welcome(phase, &reply) {
                return Err(self.refused(phase, reply));
            }
        }
        Ok(())
    }

    /// One round trip (RFC 2920): every reply is read, whatever those before it say.
    async fn open_at_once(&mut self, commands: &Commands) -> Result<(), Turn> {
        let limits = self.session.timeouts;
        let group = format!("{}{}{DATA}", commands.mail, commands.recipient);
        let mail = self.session.command(Phase::Mail, limits.mail, group).await?;
        let mut refusal = (!welcome(Phase::Mail, &mail)).then_some((Phase::Mail, mail));
        for (phase, limit) in [(Phase::Recipient, limits.recipient), (Phase::Data, limits.data)] {
            let reply = match (self.session.reply(phase, limit).await, refusal.take()) {
                (Ok(reply), earlier) => {
                    refusal = earlier;
                    reply
                }
                (Err(lost), None) => return Err(lost.into()),
                // The refusal stands, although the server closed the connection after it.
                (Err(lost), Some((phase, reply))) => return Err(self.refused(phase, reply).losing(lost)),
            };
            if phase == Phase::Data && refusal.is_some() && reply.code == 354 {
                self.end_empty(limits.terminator, &mut refusal).await?;
            } else if !welcome(phase, &reply) {
                refusal.get_or_insert((phase, reply));
            }
        }
        match refusal {
            None => Ok(()),
            Some((phase, reply)) => Err(self.refused(phase, reply)),
        }
    }

    /// The envelope was refused and the server awaits a message nevertheless: it gets an empty one, for nobody (RFC 2920 section 3.1).
    async fn end_empty(
        &mut self,
        limit: std::time::Duration,
        refusal: &mut Option<(Phase, Reply)>,
    ) -> Result<(), Turn> {
        let ended = self.session.command(Phase::Data, limit, DOT).await;
        match (ended, refusal.take()) {
            (Err(lost), Some((phase, reply))) => Err(self.refused(phase, reply).losing(lost)),
            (_, kept) => {
                *refusal = kept;
                Ok(())
            }
        }
    }

    /// Everything but the final dot: the intent made durable while the message is on its way, and the pace kept.
    async fn prepare(&mut self, slot: Slot) -> Result<(), Turn> {
        let (run, attempt) = (self.run, self.message.attempt);
        let body = async {
            select! {
                biased;
                written = self.session.body(&self.message.bytes) => written.map_err(Turn::from),
                () = run.halt.reached(Level::Winding) => Err(Turn::nothing(After::Dropped)),
            }
        };
        let (granted, written) = select! {
            both = async { tokio::join!(run.journal.intend(attempt), body) } => both,
            () = run.halt.reached(Level::AtOnce) => return Err(Turn::nothing(After::Dropped)),
        };
        match granted {
            Err(fault) => return Err(Turn::nothing(After::Stop(Stop::Journal(fault)))),
            Ok(false) => {
                run.wary.store(true, Ordering::Relaxed);
                return Err(Turn::nothing(After::Dropped));
            }
            Ok(true) => {}
        }
        match written {
            Ok(()) => {}
            Err(turn) if matches!(turn.after, After::Lost(_)) => {
                return Err(self.early_word().await.unwrap_or(turn));
            }
            Err(turn) => return Err(turn),
        }
        select! {
            biased;
            () = run.halt.reached(Level::AtOnce) => return Err(Turn::nothing(After::Dropped)),
            () = run.pace.pass(slot) => {}
        }
        if run.journal_failed() {
            return Err(Turn::nothing(After::Dropped));
        }
        if let Err(lost) = self.session.quiet(Phase::Body).await {
            return Err(self.early_word().await.unwrap_or(lost.into()));
        }
        Ok(())
    }

    /// Some servers answer in the middle of a message and close. What they say of it counts: it was refused.
    async fn early_word(&mut self) -> Option<Turn> {
        let limit = self.session.timeouts.quit;
        let reply = self.session.reply(Phase::Body, limit).await.ok()?;
        let lost = Lost::new(Phase::Body, format!("the relay broke in with `{reply}`"));
        let refusal = reply.is_transient() || reply.is_permanent();
        refusal.then(|| self.refused(Phase::Body, reply).losing(lost))
    }

    /// The final dot and its answer. Once it may have left, only an answer tells what became of the copy (RFC 1047).
    async fn finish(&mut self) -> Turn {
        let _awaited = self.run.await_answer();
        let limit = self.session.timeouts.terminator;
        let run = self.run;
        let answer = select! {
            biased;
            answer = self.session.command(Phase::Terminator, limit, DOT) => answer,
            () = run.halt.reached(Level::AtOnce) => {
                Err(Lost::new(Phase::Terminator, "stopped while the answer to the final dot was awaited"))
            }
        };
        match answer {
            Ok(reply) if reply.is_positive() => Turn::new(Outcome::Accepted(reply), After::Ready),
            Ok(reply) if reply.is_transient() || reply.is_permanent() => self.refused_whole(reply),
            Ok(reply) => in_doubt(Lost::new(
                Phase::Terminator,
                format!("the final dot was answered `{reply}`"),
            )),
            Err(lost) => in_doubt(lost),
        }
    }

    /// A refusal as the answer to the final dot: the server says that it does not have the copy (RFC 5321 section 4.2.5).
    fn refused_whole(&mut self, reply: Reply) -> Turn {
        let phase = Phase::Terminator;
        if Fault::of(phase, &reply) == Fault::Relay {
            let lost = Lost::new(phase, &reply);
            return Turn::new(Outcome::Refused { phase, reply }, After::Lost(lost));
        }
        self.refused(phase, reply)
    }

    /// Any reply but the one hoped for.
    fn refused(&mut self, phase: Phase, reply: Reply) -> Turn {
        if !reply.is_transient() && !reply.is_permanent() {
            let lost = Lost::new(phase, format!("the relay answered {phase} with `{reply}`"));
            return lost.into();
        }
        match self.run.blame(phase, &reply) {
            Fault::Sender => self.turned_away(phase, reply),
            Fault::Relay => Lost::new(phase, reply).into(),
            Fault::Recipient => {
                self.session.unfinished |= phase != Phase::Terminator;
                let reply = if phase == Phase::Recipient {
                    too_many(reply)
                } else {
                    reply
                };
                Turn::new(Outcome::Refused { phase, reply }, After::Ready)
            }
        }
    }

    /// A refusal that stops the run. What MAIL is answered has nothing to do with the recipient; behind RCPT, it may.
    fn turned_away(&self, phase: Phase, reply: Reply) -> Turn {
        let recipient = (phase != Phase::Mail).then(|| self.message.envelope.recipient.written().to_owned());
        let outcome = match recipient {
            None => Outcome::NotHandedOver,
            Some(_) => Outcome::TurnedAway {
                phase,
                reply: reply.clone(),
            },
        };
        let stop = Stop::Refused {
            phase,
            reply,
            recipient,
        };
        Turn::new(outcome, After::Stop(stop))
    }
}

impl Turn {
    /// The same, but the connection did not live to see more.
    fn losing(mut self, lost: Lost) -> Self {
        if matches!(self.after, After::Ready) {
            self.after = After::Lost(lost);
        }
        self
    }
}

/// The copy cannot be put to this relay at all: a refusal in our own name, with nothing said on the connection.
fn unoffered(reply: Reply) -> Turn {
    let phase = Phase::Mail;
    Turn::new(Outcome::Refused { phase, reply }, After::Ready)
}

fn in_doubt(lost: Lost) -> Turn {
    let outcome = Outcome::InDoubt {
        evidence: lost.reason.clone(),
    };
    Turn::new(outcome, After::Lost(lost))
}

fn welcome(phase: Phase, reply: &Reply) -> bool {
    if phase == Phase::Data {
        reply.code == 354
    } else {
        reply.is_positive()
    }
}

/// A 552 to RCPT without a reason of its own is an old way to say 452, too many for now (RFC 5321 section 4.5.3.1.10).
fn too_many(reply: Reply) -> Reply {
    match reply {
        Reply {
            code: 552,
            enhanced: None,
            text,
        } => Reply::new(452, &format!("(the relay said 552) {text}")),
        reply => reply,
    }
}
