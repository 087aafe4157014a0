//! What the relay's replies mean for a copy.

use std::time::Duration;

use crate::message::{Message, Outcome, Phase, Reply};

use super::Stop;
use super::fault::Fault;
use super::lost::Lost;
use super::session::Session;
use super::turn::{After, Turn};

/// Whether a reply is the one hoped for.
pub(super) fn welcome(phase: Phase, reply: &Reply) -> bool {
    if phase == Phase::Data {
        reply.code == 354
    } else {
        reply.is_positive()
    }
}

/// The copy cannot be put to this relay at all: a refusal in our own name, with nothing said on the connection. One that is too large stands for all: the run stops.
pub(super) fn unoffered(reply: Reply) -> Turn {
    let phase = Phase::Mail;
    if reply.code == 552 {
        return Turn::nothing(After::Stop(Stop::Refused {
            phase,
            reply,
            recipient: None,
        }));
    }
    Turn::new(Outcome::Refused { phase, reply }, After::Ready)
}

/// The final dot left, and no answer came.
pub(super) fn in_doubt(lost: Lost) -> Turn {
    let outcome = Outcome::InDoubt {
        evidence: lost.reason.clone(),
    };
    Turn::new(outcome, After::Lost(lost))
}

/// Any reply but the one hoped for. `fault` says whom it concerns.
pub(super) fn refused(
    fault: Fault,
    phase: Phase,
    reply: Reply,
    message: &Message,
    session: &mut Session,
) -> Turn {
    if !reply.is_transient() && !reply.is_permanent() {
        return Lost::new(phase, format!("the relay answered {phase} with `{reply}`")).into();
    }
    match fault {
        Fault::Sender => turned_away(phase, reply, message),
        // As the answer to the final dot, the server says with it that it does not have the copy (RFC 5321 section 4.2.5).
        Fault::Relay if phase == Phase::Terminator => {
            let lost = Lost::refused(phase, reply.clone());
            Turn::new(Outcome::Refused { phase, reply }, After::Lost(lost))
        }
        Fault::Relay => Lost::refused(phase, reply).into(),
        Fault::Recipient => {
            session.unfinished |= phase != Phase::Terminator;
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
fn turned_away(phase: Phase, reply: Reply, message: &Message) -> Turn {
    let recipient = (phase != Phase::Mail).then(|| message.envelope.recipient.written().to_owned());
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

/// A 552 to RCPT without a reason of its own is an old way to say 452, too many for now (RFC 5321 section 4.5.3.1.10).
fn too_many(reply: Reply) -> Reply {
    match reply {
        Reply {
            code: 552,
            enhanced: None,
            text,
        } => Reply::new(452, format!("(the relay said 552) {text}")),
        reply => reply,
    }
}

impl Turn {
    /// The same, but the connection did not live to see more.
    pub(super) fn losing(mut self, lost: Lost) -> Self {
        if matches!(self.after, After::Ready) {
            self.after = After::Lost(lost);
        }
        self
    }
}

/// How long one of the envelope's replies is waited for.
pub(super) fn limit(session: &Session, phase: Phase) -> Duration {
    match phase {
        Phase::Recipient => session.timeouts.recipient,
        Phase::Data => session.timeouts.data,
        _ => session.timeouts.mail,
    }
}
