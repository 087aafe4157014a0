//! How fast, and over how many connections, one recipient domain is sent to.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use crate::message::Reply;

use super::DomainLimit;
use super::gate::{Gate, Place};

/// So many replies in a row that say "too fast", with no copy accepted between, and the domain is left alone …
const TOO_FAST: u32 = 5;
/// … for so long. From then on it gets one connection at a time, as Gmail asks.
const REST: Duration = Duration::from_mins(10);

/// One domain's limits and how it has borne them.
#[derive(Debug)]
pub(super) struct DomainPace {
    gate: Option<Gate>,
    /// The time between two copies.
    interval: Duration,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    /// How many connections may have a copy for it at once.
    most_connections: usize,
    /// The connections that have, and how many copies each.
    connections: HashMap<usize, usize>,
    /// When the next copy is admitted. Were they admitted only by what has passed, each would lose a round trip; were they admitted early, connections that
    /// other domains could use would stand before this one's gate.
    next: Option<Instant>,
    /// Replies in a row that said "too fast".
    too_fast: u32,
    rests_until: Option<Instant>,
}

/// A copy's leave to be sent to its domain; it ends with the copy.
#[derive(Debug)]
pub(super) struct Admission {
    domain: Arc<DomainPace>,
    connection: usize,
    place: Option<Place>,
}

impl DomainPace {
    pub(super) fn new(limit: Option<&DomainLimit>) -> Self {
        let connections = limit.and_then(|limit| limit.connections);
        Self {
            gate: limit.and_then(|limit| Gate::new(limit.rate)),
            interval: limit.map_or(Duration::ZERO, |limit| limit.rate.interval()),
            state: Mutex::new(State {
                most_connections: connections.unwrap_or(usize::MAX),
                connections: HashMap::new(),
                next: None,
                too_fast: 0,
                rests_until: None,
            }),
        }
    }

    /// Leave for one more copy on a connection. The error says from when on it is worth another try, where only time is lacking.
    pub(super) fn admit(self: &Arc<Self>, connection: usize) -> Result<Admission, Option<Instant>> {
        let now = Instant::now();
        let mut state = self.state();
        let opens = state.rests_until.max(state.next);
        if let Some(opens) = opens.filter(|opens| *opens > now) {
            return Err(Some(opens));
        }
        let known = state.connections.contains_key(&connection);
        if !known && state.connections.len() >= state.most_connections {
            return Err(None);
        }
        let place = self.gate.as_ref().map(Gate::place_now).transpose()?;
        state.next = place.is_some().then(|| now + self.interval);
        *state.connections.entry(connection).or_default() += 1;
        Ok(Admission {
            domain: self.clone(),
            connection,
            place,
        })
    }

    /// A copy was accepted: it bears what it gets.
    pub(super) fn accepted(&self) {
        self.state().too_fast = 0;
    }

    /// It said "too fast". How long it is left alone, where that was once too often.
    pub(super) fn said_too_fast(&self) -> Option<Duration> {
        let now = Instant::now();
        let mut state = self.state();
        if state.rests_until.is_some_and(|until| until > now) {
            return None;
        }
        state.too_fast += 1;
        if state.too_fast < TOO_FAST {
            return None;
        }
        state.too_fast = 0;
        state.rests_until = Some(now + REST);
        state.most_connections = 1;
        Some(REST)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Admission {
    /// The gate that the copy's final dot has to pass.
    pub(super) fn gate(&self) -> Option<&Gate> {
        self.domain.gate.as_ref()
    }

    /// The final dot is written: the next copy may be begun.
    pub(super) fn leave_place(&mut self) {
        self.place = None;
    }
}

impl Drop for Admission {
    fn drop(&mut self) {
        let mut state = self.domain.state();
        if let Some(copies) = state.connections.get_mut(&self.connection) {
            *copies -= 1;
            if *copies == 0 {
                state.connections.remove(&self.connection);
            }
        }
        if self.place.is_some() {
            // No dot was written: another copy may have its time.
            state.next = state.next.and_then(|next| next.checked_sub(self.domain.interval));
        }
    }
}

/// Whether a refusal means that mail comes too fast: 421, or a matter of policy that passes (X.7.z, RFC 3463 section 3.8). Greylisting passes too, and is no such sign: every first
/// copy meets it, however slowly it comes.
pub(super) fn says_too_fast(reply: &Reply) -> bool {
    let text = reply.text.to_lowercase();
    let greylists = [
        "greylist",
        "graylist",
        "grey-list",
        "gray-list",
        "grey list",
        "gray list",
    ];
    let policy = reply
        .enhanced
        .is_some_and(|code| code.class == 4 && code.subject == 7);
    (reply.code == 421 || policy) && !greylists.iter().any(|word| text.contains(word))
}
