//! What the workers of one run share.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::Notify;
use tokio::sync::mpsc::UnboundedSender;

use crate::message::{Attempt, Event, Outcome, Phase, Reply};
use crate::publication::Security;

use super::connect::Connect;
use super::encryption::Encryption;
use super::halt::{Halt, Level};
use super::lifeline::Lifeline;
use super::losses::Losses;
use super::lost::Lost;
use super::standing::Standing;
use super::turn::{After, Turn};
use super::{Breaker, Fault, Pace, Settings, Stop};

/// So many final refusals alike stop the run.
const ALIKE: usize = 10;

/// One run of sending.
pub(super) struct Run<S, J> {
    pub(super) settings: Settings,
    pub(super) connect: Arc<dyn Connect>,
    pub(super) encryption: Option<Encryption>,
    pub(super) source: Arc<S>,
    pub(super) journal: Arc<J>,
    pub(super) halt: Halt,
    pub(super) pace: Pace,
    pub(super) lifeline: Lifeline,
    /// Told whenever a copy's outcome is recorded.
    pub(super) settled: Notify,
    /// An intent was refused: rows may have been taken from us (the issue was cancelled), so it is asked before the next copy is begun.
    pub(super) wary: AtomicBool,
    events: UnboundedSender<Event>,
    breaker: Mutex<Breaker>,
    losses: Losses,
    awaited: AtomicUsize,
    stop: Mutex<Option<Stop>>,
}

/// One answer to a final dot that is awaited.
pub(super) struct Awaited<'a>(&'a AtomicUsize);

impl<S, J> Run<S, J> {
    /// Fails where the settings cannot be used: then no connection is opened.
    pub(super) fn new(
        connect: Arc<dyn Connect>,
        settings: Settings,
        source: Arc<S>,
        journal: Arc<J>,
        events: UnboundedSender<Event>,
    ) -> Result<Self, Stop> {
        let encryption = match settings.security {
            Security::None => None,
            Security::Implicit | Security::StartTls => Some(Encryption::new(&settings)?),
        };
        Ok(Self {
            connect,
            encryption,
            source,
            journal,
            halt: Halt::new(),
            pace: Pace::new(settings.rate, &settings.domains),
            lifeline: Lifeline::new(&settings),
            settings,
            settled: Notify::new(),
            wary: AtomicBool::new(false),
            events,
            breaker: Mutex::new(Breaker::new(ALIKE)),
            losses: Losses::default(),
            awaited: AtomicUsize::new(0),
            stop: Mutex::new(None),
        })
    }

    /// Tells whoever listens; nobody need.
    pub(super) fn tell(&self, event: Event) {
        let _ = self.events.send(event);
    }

    /// Tells that a connection stands, and, when the value is dropped, that it does no more.
    pub(super) fn stands(&self, connection: usize) -> Standing {
        Standing::begin(self.events.clone(), connection)
    }

    /// Tells of a relay that takes nothing for now, if that is what a connection was lost to, and is news.
    pub(super) fn tell_of_refusal(&self, lost: Lost) {
        if lost.may_be_borne()
            && let Some(reply) = lost.refusal
            && self.lifeline.is_news()
        {
            self.tell(Event::RelayRefuses {
                phase: lost.phase,
                patience: self.lifeline.forbearance(),
                reply: *reply,
            });
        }
    }

    /// Stops the run. The first reason is kept.
    pub(super) fn stop(&self, stop: Stop) {
        let mut first = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        first.get_or_insert(stop);
        drop(first);
        self.halt.raise(Level::Winding);
    }

    /// The reason the run stopped for, with all that fed the breaker.
    pub(super) fn stopped(&self) -> Option<Stop> {
        let mut stop = self.stop.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(Stop::Breaker { fed, .. }) = &mut stop {
            // Copies that had their intent when it broke were finished, and refused as those before.
            let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
            fed.extend(breaker.fed().iter().skip(fed.len()));
        }
        stop
    }

    /// Whether the journal is what stopped the run: then not even a durable intent may be acted on.
    pub(super) fn journal_failed(&self) -> bool {
        let stop = self.stop.lock().unwrap_or_else(PoisonError::into_inner);
        matches!(*stop, Some(Stop::Journal(_)))
    }

    /// Feeds the breaker with what the relay said of a copy. A refusal in our own name is not the relay's.
    pub(super) fn weigh(&self, attempt: Attempt, outcome: &Outcome) {
        let mut breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        match outcome {
            Outcome::Accepted(_) => {
                breaker.accepted();
                self.losses.accepted();
            }
            Outcome::Refused { phase, reply } if *phase != Phase::Mail && breaker.refused(attempt, reply) => {
                let fed = breaker.fed().to_vec();
                drop(breaker);
                self.stop(Stop::Breaker {
                    reply: reply.clone(),
                    fed,
                });
            }
            _ => {}
        }
    }

    /// Whose fault a refusal within a transaction is. Once the relay has taken a copy of the run, one that seems to speak of us is about this
    /// recipient (a group that takes mail from its members only), or else comes again and again, which is the breaker's business.
    pub(super) fn blame(&self, phase: Phase, reply: &Reply) -> Fault {
        let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
        match Fault::of(phase, reply) {
            Fault::Sender if phase != Phase::Mail && breaker.trusts() => Fault::Recipient,
            fault => fault,
        }
    }

    /// Whose doing it is that a connection was lost, once the relay has taken a copy of the run.
    pub(super) fn judge(&self, attempt: Attempt, turn: Turn) -> Turn {
        let trusts = || {
            let breaker = self.breaker.lock().unwrap_or_else(PoisonError::into_inner);
            breaker.trusts()
        };
        if matches!(turn.after, After::Lost(_)) && trusts() {
            self.losses.judge(attempt, turn)
        } else {
            turn
        }
    }

    /// Counts an awaited answer for as long as the value lives.
    pub(super) fn await_answer(&self) -> Awaited<'_> {
        self.awaited.fetch_add(1, Ordering::Relaxed);
        Awaited(&self.awaited)
    }

    /// How many answers to final dots are awaited.
    pub(super) fn awaited(&self) -> usize {
        self.awaited.load(Ordering::Relaxed)
    }
}

impl Drop for Awaited<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
