//! What happened during a send, as lines of JSON.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use serde_json::{Map, Value, json};

use crate::deliver::Ended;
use crate::foundation::{Clock, mask};
use crate::message::{Event, Outcome, Reply};
use crate::workflow::{Addressee, Sent};

use super::counts_json;

/// The version of the lines: it rises when a field goes or means something else.
const VERSION: u32 = 1;

/// A file to which a line is added for each event (docs/schema/send-log.json). Addresses are masked unless they were asked for, also inside what the relay says; secrets are
/// never in it, since no event knows one.
pub struct SendLog {
    out: BufWriter<File>,
    clock: Clock,
    addresses: bool,
    /// Why nothing more is written.
    fault: Option<io::Error>,
}

impl SendLog {
    /// Opens a file to add to. A new one can be read by its owner alone.
    pub fn open(path: &Path, clock: Clock, addresses: bool) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.create(true).append(true);
        #[cfg(unix)]
        {
            use std::os::unix::fs::OpenOptionsExt as _;
            options.mode(0o600);
        }
        Ok(Self {
            out: BufWriter::new(options.open(path)?),
            clock,
            addresses,
            fault: None,
        })
    }

    /// The send begins.
    pub fn began(&mut self, issue: &str, copies: u64, relay: &str) {
        let version = env!("CARGO_PKG_VERSION");
        self.line(
            "began",
            &json!({ "log": VERSION, "digest": version, "issue": issue, "copies": copies, "relay": relay }),
        );
    }

    /// Something happened; `addressee` is whose copy it was, where that is known.
    pub fn event(&mut self, event: &Event, addressee: Option<&Addressee>) {
        match event {
            Event::Connected { connection } => {
                self.line("connected", &json!({ "connection": connection + 1 }));
            }
            Event::Disconnected {
                connection,
                phase,
                reason,
            } => {
                let reason = self.shown(reason);
                let phase = phase.to_string();
                self.line(
                    "disconnected",
                    &json!({ "connection": connection + 1, "phase": phase, "reason": reason }),
                );
            }
            // A loss is logged with its reason.
            Event::Closed { .. } => {}
            Event::Settled { attempt, outcome } => {
                let mut fields = json!({
                    "row": attempt.row,
                    "attempt": attempt.number,
                    "to": addressee.map(|known| self.shown(&known.address)),
                    "message_id": addressee.map(|known| &known.message_id),
                });
                if let Some(fields) = fields.as_object_mut() {
                    fields.extend(self.outcome(outcome));
                }
                self.line("settled", &fields);
            }
            Event::DomainRests { domain, pause, reply } => self.line(
                "domain_rests",
                &json!({ "domain": domain, "seconds": pause.as_secs(), "reply": self.shown(&reply.to_string()) }),
            ),
            Event::RelayRefuses {
                phase,
                patience,
                reply,
            } => self.line(
                "relay_refuses",
                &json!({ "phase": phase.to_string(), "seconds": patience.as_secs(), "reply": self.shown(&reply.to_string()) }),
            ),
            Event::Stopping { awaited } => self.line("stopping", &json!({ "awaited": awaited })),
        }
    }

    /// The send ended.
    pub fn ended(&mut self, issue: &str, sent: &Sent) {
        let status = sent.status() as i32;
        let stop = match &sent.ended {
            Ended::Stopped(stop) => Some(self.shown(&stop.message())),
            _ => None,
        };
        let account = counts_json(issue, &sent.counts);
        self.line(
            "ended",
            &json!({ "status": status, "why": stop, "account": account }),
        );
        self.flush();
    }

    /// Hands on what was written so far: when nothing more happens for a moment.
    pub fn flush(&mut self) {
        if let Err(error) = self.out.flush() {
            self.fault.get_or_insert(error);
        }
    }

    /// Why the file is not complete, where it could not be written.
    pub fn fault(&self) -> Option<&io::Error> {
        self.fault.as_ref()
    }

    fn outcome(&self, outcome: &Outcome) -> Map<String, Value> {
        let said = |phase: Option<String>, reply: &Reply| {
            json!({
                "phase": phase,
                "code": reply.code,
                "enhanced": reply.enhanced.map(|code| code.to_string()),
                "reply": self.shown(&reply.text),
            })
        };
        let (name, rest) = match outcome {
            Outcome::Accepted(reply) => ("accepted", said(None, reply)),
            Outcome::Refused { phase, reply } if reply.is_transient() => {
                ("deferred", said(Some(phase.to_string()), reply))
            }
            Outcome::Refused { phase, reply } => ("rejected", said(Some(phase.to_string()), reply)),
            Outcome::TurnedAway { phase, reply } => ("turned_away", said(Some(phase.to_string()), reply)),
            Outcome::NotHandedOver => ("not_handed_over", json!({})),
            Outcome::InDoubt { evidence } => ("in_doubt", json!({ "evidence": self.shown(evidence) })),
        };
        let mut fields = Map::from_iter([("outcome".to_owned(), name.into())]);
        fields.extend(rest.as_object().cloned().unwrap_or_default());
        fields
    }

    /// A text with the addresses in it masked, unless they were asked for.
    fn shown(&self, text: &str) -> String {
        if self.addresses {
            text.to_owned()
        } else {
            masked(text)
        }
    }

    fn line(&mut self, event: &str, fields: &Value) {
        if self.fault.is_some() {
            return;
        }
        let time = self.clock.now().to_string();
        let mut line = Map::from_iter([
            ("time".to_owned(), Value::from(time)),
            ("event".to_owned(), Value::from(event)),
        ]);
        line.extend(fields.as_object().cloned().unwrap_or_default());
        if let Err(error) = writeln!(self.out, "{}", Value::Object(line)) {
            self.fault = Some(error);
        }
    }
}

/// A text with each address in it masked: whatever stands around an `@` without white space or the signs that enclose addresses.
fn masked(text: &str) -> String {
    let parts = |c: char| c.is_whitespace() || "<>()[]{}\"',;:`=".contains(c);
    let mut shown = String::with_capacity(text.len());
    for piece in text.split_inclusive(parts) {
        let word = piece.trim_end_matches(parts);
        if word.contains('@') {
            shown.push_str(&mask(word));
        } else {
            shown.push_str(word);
        }
        shown.push_str(&piece[word.len()..]);
    }
    shown
}
