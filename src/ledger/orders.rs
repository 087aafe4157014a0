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
/// Outcomes come by the ten thousand a second, and waking a thread costs more than recording one: where the thread lingers, they do not wake it.
#[derive(Debug, Default)]
pub(super) struct Orders {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Debug, Default)]
struct State {
    waiting: Vec<Order>,
    /// Somebody waits until one of them is carried out.
    pressing: bool,
    sleep: Sleep,
    way: Way,
}

/// What wakes the thread. To wake one that is awake costs a call of the system for nothing.
#[derive(Debug, Default, PartialEq, Eq)]
enum Sleep {
    #[default]
    Awake,
    /// Any order.
    Light,
    /// A pressing one.
    Deep,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Way {
    #[default]
    Open,
    /// Nobody can order any more.
    Closed,
    /// Nobody takes orders any more.
    Abandoned,
}

impl Orders {
    /// Adds an order; `false` where nobody will take it.
    pub(super) fn give(&self, order: Order) -> bool {
        let mut state = self.lock();
        if state.way == Way::Abandoned {
            return false;
        }
        state.pressing |= order.is_pressing();
        state.waiting.push(order);
        let wakes = match state.sleep {
            Sleep::Awake => false,
            Sleep::Light => true,
            Sleep::Deep => state.pressing,
        };
        if wakes {
            state.sleep = Sleep::Awake;
        }
        drop(state);
        if wakes {
            self.wake.notify_one();
        }
        true
    }

    /// Waits until there are orders, and takes them all; `None` once nobody can order any more.
    pub(super) fn next(&self) -> Option<Vec<Order>> {
        let mut state = self.lock();
        state.sleep = Sleep::Light;
        let idle = |state: &mut State| state.waiting.is_empty() && state.way == Way::Open;
        let state = self.wake.wait_while(state, idle);
        let taken = state.unwrap_or_else(PoisonError::into_inner).take();
        (!taken.is_empty()).then_some(taken)
    }

    /// Waits for a pressing order, but no longer than that; takes what has come.
    pub(super) fn linger(&self, patience: Duration) -> Vec<Order> {
        let mut state = self.lock();
        state.sleep = Sleep::Deep;
        let idle = |state: &mut State| !state.pressing && state.way == Way::Open;
        let waited = self.wake.wait_timeout_while(state, patience, idle);
        let (mut state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        state.take()
    }

    /// No more orders will come: the thread is not to wait for any.
    pub(super) fn close(&self) {
        self.lock().way = Way::Closed;
        self.wake.notify_one();
    }

    /// Takes no more orders. Who waits for one to be carried out hears that nobody will.
    pub(super) fn abandon(&self) {
        let mut state = self.lock();
        state.way = Way::Abandoned;
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
        self.sleep = Sleep::Awake;
        self.pressing = false;
        std::mem::take(&mut self.waiting)
    }
}

impl Order {
    /// Whether somebody waits until it is carried out.
    fn is_pressing(&self) -> bool {
        !matches!(self, Self::Record { .. })
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
