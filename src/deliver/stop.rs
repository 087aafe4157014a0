//! Why a run stopped before its end.

use crate::message::{Attempt, JournalFault, Phase, Reply};

/// Something that concerns every copy, so that none more is tried.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stop {
    /// No connection got anywhere for as long as the settings allow. It may go through later.
    RelayUnreachable {
        /// `host:port`.
        relay: String,
        /// What the last attempt met.
        reason: String,
    },
    /// The relay is there and refuses us for now, in a send for as long as the settings allow.
    NotNow {
        /// `host:port`.
        relay: String,
        /// Where in the dialogue.
        phase: Phase,
        /// What it said last.
        reply: Reply,
    },
    /// AUTH was refused.
    Authentication(Reply),
    /// The relay offers no AUTH mechanism that we speak; it offers these.
    NoMechanism(Vec<String>),
    /// TLS could not be had, or the certificate is not to be trusted.
    Tls {
        /// What is wrong.
        reason: String,
        /// What to do.
        hint: String,
    },
    /// The relay refused us, not a recipient.
    Refused {
        /// Where in the dialogue.
        phase: Phase,
        /// What it said.
        reply: Reply,
        /// The address that was offered to it then, where one was: it may be this recipient whom it does not take mail for.
        recipient: Option<String>,
    },
    /// The same refusal for everyone.
    Breaker {
        /// The last of the refusals.
        reply: Reply,
        /// The attempts that were recorded as refused and only fed the breaker: they belong back among the planned.
        fed: Vec<Attempt>,
    },
    /// The journal cannot be written.
    Journal(JournalFault),
    /// The settings cannot be used.
    Unusable(String),
}

impl Stop {
    /// Whether the same command may go through later, with nothing changed on our side.
    pub fn may_pass(&self) -> bool {
        matches!(self, Self::RelayUnreachable { .. } | Self::NotNow { .. })
    }

    /// Attempts whose recorded refusal is not to be believed.
    pub fn fed(&self) -> &[Attempt] {
        match self {
            Self::Breaker { fed, .. } => fed,
            _ => &[],
        }
    }

    /// What happened.
    pub fn message(&self) -> String {
        match self {
            Self::RelayUnreachable { relay, reason } => {
                format!("the relay `{relay}` cannot be reached: {reason}")
            }
            Self::NotNow { relay, phase, reply } => {
                format!("the relay `{relay}` takes nothing from us for now: at {phase} it says `{reply}`")
            }
            Self::Authentication(reply) => format!("the relay refused user or password: `{reply}`"),
            Self::NoMechanism(offered) if offered.is_empty() => {
                "a user is named, but the relay offers no AUTH".to_owned()
            }
            Self::NoMechanism(offered) => {
                format!("the relay offers AUTH only by `{}`", offered.join(" "))
            }
            Self::Tls { reason, .. } => format!("no trusted TLS connection to the relay: {reason}"),
            Self::Refused {
                phase,
                reply,
                recipient: None,
            } => format!("the relay refused us at {phase}: `{reply}`"),
            Self::Refused {
                phase,
                reply,
                recipient: Some(recipient),
            } => format!("the relay refused us at {phase} for `{recipient}`: `{reply}`"),
            Self::Breaker { reply, fed } => {
                format!("{} refusals in a row, all alike: `{reply}`", fed.len())
            }
            Self::Journal(fault) => format!("the ledger cannot be written: {fault}"),
            Self::Unusable(what) => what.clone(),
        }
    }

    /// What to do next, a sentence each.
    pub fn hints(&self) -> Vec<String> {
        match self {
            Self::RelayUnreachable { .. } => vec![
                "nothing is lost: run the same command again when the relay is back".to_owned(),
                "if it never worked from here, look at host and port in `relay.url`".to_owned(),
            ],
            Self::NotNow { .. } => vec![
                "nothing is lost: run the same command again later".to_owned(),
                "where it counts our mail, `relay.rate` in digest.yaml or `--rate` keeps below what it allows".to_owned(),
            ],
            Self::Authentication(_) => vec![
                "look at the user in `relay.url` and at `DIGEST_SMTP_PASSWORD` (or `relay.password_file`)".to_owned(),
            ],
            Self::NoMechanism(_) => {
                vec!["`digest` knows PLAIN, LOGIN and XOAUTH2; many relays offer AUTH on port 587 or 465 only".to_owned()]
            }
            Self::Tls { hint, .. } => vec![hint.clone()],
            Self::Refused {
                phase,
                reply,
                recipient,
            } => refused(*phase, reply, recipient.as_deref()),
            Self::Breaker { .. } => vec![
                "so many in a row look like a fault of ours and not of the recipients: they count as not tried".to_owned(),
                "ask the relay's administrator what the refusal means, then run the same command again".to_owned(),
            ],
            Self::Journal(_) => {
                vec!["look at the disk's free space and at the ledger's permissions, then run the same command again".to_owned()]
            }
            Self::Unusable(_) => Vec::new(),
        }
    }
}

fn refused(phase: Phase, reply: &Reply, recipient: Option<&str>) -> Vec<String> {
    let first = match (phase, reply.code) {
        (Phase::Greeting | Phase::Hello, _) => {
            "the relay does not take mail from this machine: ask its administrator, or use another in `relay.url`"
        }
        (_, 530 | 534 | 535 | 538) => {
            "the relay wants a user and a password: name the user in `relay.url` and set `DIGEST_SMTP_PASSWORD`"
        }
        (Phase::Mail, 552) => {
            "the message is larger than the relay takes: make its images smaller, or link to them"
        }
        (Phase::Mail, _) => {
            "the relay does not take mail from this envelope sender: look at `bounce` (or `from`) in digest.yaml; a relay that takes one sender only, \
             and not one for each copy, needs `verp: off` there"
        }
        _ => "this seems to concern the sender or this machine: ask the relay's administrator to let it pass",
    };
    let mut hints = vec![
        first.to_owned(),
        "no recipient was marked refused for it; when it is mended, run the same command again".to_owned(),
    ];
    if let Some(recipient) = recipient {
        hints.push(format!(
            "if it concerns `{recipient}` alone, run the same command again: everyone who was not tried yet comes first"
        ));
    }
    hints
}
