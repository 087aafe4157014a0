//! Copies that were drawn and are not settled.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use crate::message::{Attempt, Message};

/// Whose copy it is, for whoever tells of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addressee {
    /// The recipient's address, as SMTP has it.
    pub address: String,
    /// The Message-ID, without angle brackets.
    pub message_id: String,
}

/// How many copies are on their way, and, where somebody wants to know, whose. Clones share one count.
#[derive(Debug, Clone, Default)]
pub struct Underway(Arc<State>);

#[derive(Debug, Default)]
struct State {
    number: AtomicUsize,
    /// Only where names were asked for: a run of a million copies need not keep them otherwise.
    addressees: Option<Mutex<HashMap<Attempt, Addressee>>>,
}

impl Underway {
    /// One that also knows whose each copy is.
    pub fn by_name() -> Self {
        Self(Arc::new(State {
            addressees: Some(Mutex::default()),
            ..State::default()
        }))
    }

    /// A copy was drawn.
    pub fn draw(&self, message: &Message) {
        self.0.number.fetch_add(1, Ordering::Relaxed);
        if let Some(addressees) = &self.0.addressees {
            let addressee = Addressee {
                address: message.envelope.recipient.wire().into_owned(),
                message_id: message.id.clone(),
            };
            let mut known = addressees.lock().unwrap_or_else(PoisonError::into_inner);
            known.insert(message.attempt, addressee);
        }
    }

    /// A copy was settled. Tells whose it was, where that is known.
    pub fn settle(&self, attempt: Attempt) -> Option<Addressee> {
        let down = |number: usize| number.checked_sub(1);
        let _ = self
            .0
            .number
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, down);
        let known = self.0.addressees.as_ref()?;
        known
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .remove(&attempt)
    }

    /// How many are on their way.
    pub fn number(&self) -> usize {
        self.0.number.load(Ordering::Relaxed)
    }
}
