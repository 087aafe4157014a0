//! How a connection came to its end.

use std::io;
use std::time::Duration;

use lettre::transport::smtp::Error;

use crate::message::{Phase, Reply};

use super::Stop;
use super::wire::Wire;

/// The connection can no longer be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Lost {
    /// How far the dialogue was.
    pub(super) phase: Phase,
    /// What happened, for people.
    pub(super) reason: String,
    /// What the relay said, where it is there and refused us for now. In a place of its own: each turn that goes from hand to hand has room for it.
    pub(super) refusal: Option<Box<Reply>>,
    /// The server closed it, or said that it is about to (421).
    pub(super) closed: bool,
}

impl Lost {
    #[expect(
        clippy::needless_pass_by_value,
        reason = "errors, replies and texts alike are given up here"
    )]
    pub(super) fn new(phase: Phase, reason: impl ToString) -> Self {
        Self {
            phase,
            reason: reason.to_string(),
            refusal: None,
            closed: false,
        }
    }

    /// The relay wants none of us for now.
    pub(super) fn refused(phase: Phase, reply: Reply) -> Self {
        Self {
            refusal: Some(Box::new(reply.clone())),
            ..Self::new(phase, reply)
        }
    }

    /// Whether to bear with the relay for longer than with one that is not there. Not where it refuses user and password, if only for now: accounts are locked for too many tries.
    pub(super) fn may_be_borne(&self) -> bool {
        self.refusal.is_some() && self.phase != Phase::Auth
    }

    /// Why a run stops that has met it for too long.
    pub(super) fn into_stop(self, relay: String) -> Stop {
        match self.refusal {
            Some(reply) => Stop::NotNow {
                relay,
                phase: self.phase,
                reply: *reply,
            },
            None => Stop::RelayUnreachable {
                relay,
                reason: if self.closed && self.phase.is_in_transaction() {
                    format!("{} at {}", self.reason, self.phase)
                } else {
                    self.reason
                },
            },
        }
    }

    /// The server closed the connection.
    pub(super) fn closed(phase: Phase) -> Self {
        Self::new(phase, "the relay closed the connection").closing()
    }

    /// The same, and the server is who closed the connection.
    pub(super) fn closing(self) -> Self {
        Self { closed: true, ..self }
    }

    /// lettre calls both a closed connection and an answer that is no reply a response error; what was heard tells them apart.
    pub(super) fn from_lettre(phase: Phase, error: &Error, wire: &Wire) -> Self {
        if !error.is_response() {
            let source = std::error::Error::source(error);
            return match source.and_then(|source| source.downcast_ref::<io::Error>()) {
                Some(error) => Self::from_io(phase, error),
                None => Self::new(phase, error),
            };
        }
        match wire.unreadable() {
            Some(line) => Self::no_reply(phase, &line),
            None => Self::closed(phase),
        }
    }

    pub(super) fn no_reply(phase: Phase, line: &str) -> Self {
        Self::new(phase, format!("the relay's answer is no reply: `{line}`"))
    }

    pub(super) fn from_io(phase: Phase, error: &io::Error) -> Self {
        // The system's own texts are capitalised and numbered; the kind's name says the same, where there is one.
        let kind = error.kind().to_string();
        let named = error.raw_os_error().is_some() && !kind.starts_with("uncategorized");
        let closed = matches!(
            error.kind(),
            io::ErrorKind::ConnectionReset | io::ErrorKind::BrokenPipe | io::ErrorKind::UnexpectedEof
        );
        Self {
            closed,
            ..Self::new(phase, if named { kind } else { error.to_string() })
        }
    }

    pub(super) fn timed_out(phase: Phase, limit: Duration) -> Self {
        let what = match phase {
            Phase::Connect => "no connection".to_owned(),
            Phase::Greeting => "no greeting".to_owned(),
            Phase::Tls => "no TLS".to_owned(),
            Phase::Body => "the message was not taken".to_owned(),
            _ => format!("no answer to {phase}"),
        };
        Self::new(phase, format!("{what} within {} s", limit.as_secs_f32()))
    }
}
