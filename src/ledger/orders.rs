//! The way to the ledger's thread.

use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::oneshot;

use super::Engine;
use super::group::Answer;
use super::terms::Terms;
use crate::message::{Attempt, JournalFault, Outcome};

/// A call of the engine, with its answer sent from within.
type Work = Box<dyn FnOnce(&mut dyn Engine) + Send>;

/// Something for the thread to do. Orders are taken one after the other, as they came.
pub(super) enum Order {
    /// Any other call of the engine.
    Call(Work),
    /// [`Journal::intend`](crate::message::Journal::intend).
    Intend {
        terms: Arc<Terms>,
        attempt: Attempt,
        answer: Answer,
    },
    /// [`Journal::record`](crate::message::Journal::record).
    Record {
        terms: Arc<Terms>,
        attempt: Attempt,
        outcome: Outcome,
    },
    /// Everything told so far is to be durable.
    Flush(oneshot::Sender<Result<(), JournalFault>>),
}

/// Orders on their way to the thread, in the order they came.
///
/// Intents and outcomes come by the ten thousand a second, and waking a thread costs more than either: while the thread gathers, they wake it only once there are enough.
#[derive(Debug, Default)]
pub(super) struct Orders {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<Order>,
    /// One of them is not to be kept waiting.
    pressing: bool,
    /// So many wake the thread.
    enough: usize,
    /// Nobody can order any more.
    closed: bool,
    /// Nobody takes orders any more.
    abandoned: bool,
}

impl Orders {
    /// Adds an order; `false` where nobody will take it.
    pub(super) fn give(&self, order: Order) -> bool {
        let mut state = self.lock();
        if state.abandoned {
            return false;
        }
        state.pressing |= !order.can_be_gathered();
        state.waiting.push(order);
        let wakes = state.pressing || state.waiting.len() >= state.enough;
        drop(state);
        if wakes {
            self.wake.notify_one();
        }
        true
    }

    /// Waits until there are orders, and takes them all; `None` once nobody can order any more.
    pub(super) fn next(&self) -> Option<Vec<Order>> {
        let mut state = self.lock();
        state.enough = 1;
        let idle = |state: &mut State| state.waiting.is_empty() && !state.closed;
        let state = self.wake.wait_while(state, idle);
        let taken = state.unwrap_or_else(PoisonError::into_inner).take();
        (!taken.is_empty()).then_some(taken)
    }

    /// Waits until so many orders have come, or one that must not be kept waiting, but no longer than that; takes what has come.
    pub(super) fn gather(&self, enough: usize, patience: Duration) -> Vec<Order> {
        let mut state = self.lock();
        state.enough = enough;
        let too_few =
            |state: &mut State| state.waiting.len() < state.enough && !state.pressing && !state.closed;
        let waited = self.wake.wait_timeout_while(state, patience, too_few);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.take()
    }

    /// No more orders will come: the thread is not to wait for any.
    pub(super) fn close(&self) {
        self.lock().closed = true;
        self.wake.notify_one();
    }

    /// Takes no more orders. Who waits for one to be carried out hears that nobody will.
    pub(super) fn abandon(&self) {
        let mut state = self.lock();
        state.abandoned = true;
        let left = state.take();
        drop(state);
        drop(left);
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn take(&mut self) -> Vec<Order> {
        self.pressing = false;
        std::mem::take(&mut self.waiting)
    }
}

impl Order {
    /// Whether it can wait a moment for others of its kind.
    pub(super) fn can_be_gathered(&self) -> bool {
        matches!(self, Self::Intend { .. } | Self::Record { .. })
    }
}

impl fmt::Debug for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call(_) => "Call",
            Self::Intend { .. } => "Intend",
            Self::Record { .. } => "Record",
            Self::Flush(_) => "Flush",
        })
    }
}
