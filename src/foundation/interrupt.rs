//! Ctrl-C, counted, and what it does to the process.

use std::sync::{Arc, Mutex, PoisonError};

use tokio::sync::watch;

/// How often a person has asked the program to stop. The first asks it to end in good order, the second to end at once.
///
/// Most work may simply be cut off: then the signal's own handler ends the process. A send must not be; it calls
/// [`Interrupt::leave_in_good_order`] first, and watches the count itself.
#[derive(Clone, Debug)]
pub struct Interrupt(Arc<State>);

#[derive(Debug)]
struct State {
    times: watch::Sender<u32>,
    leaving: Mutex<Leaving>,
}

/// What happens to the process when it is asked to stop.
#[derive(Debug)]
enum Leaving {
    /// It ends at once; these words are said first, where there are any.
    AtOnce(String),
    /// The work sees the count and ends by itself.
    InGoodOrder,
}

impl Interrupt {
    /// Not yet interrupted, and free to end at once.
    pub fn new() -> Self {
        Self(Arc::new(State {
            times: watch::Sender::new(0),
            leaving: Mutex::new(Leaving::AtOnce(String::new())),
        }))
    }

    /// One more request to stop; called from the signal handler's thread.
    pub fn raise(&self) {
        self.0.times.send_modify(|times| *times += 1);
    }

    /// How many requests there were.
    pub fn times(&self) -> u32 {
        *self.0.times.borrow()
    }

    /// Waits until there were at least `times` requests.
    pub async fn reached(&self, times: u32) {
        let mut receiver = self.0.times.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = receiver.wait_for(|seen| *seen >= times).await;
    }

    /// From now on a request to stop is only counted: the work that calls this ends by itself, and in good order.
    pub fn leave_in_good_order(&self) {
        self.set(Leaving::InGoodOrder);
    }

    /// From now on a request to stop ends the process at once, after it has said `words`.
    pub fn leave_saying(&self, words: impl Into<String>) {
        self.set(Leaving::AtOnce(words.into()));
    }

    /// Calls `end` with the words to say, unless the work ends by itself. While `end` runs nobody can change how the process leaves,
    /// so the parting words are said once: by the handler, or by the work.
    pub fn end_at_once(&self, end: impl FnOnce(&str)) {
        let leaving = self.0.leaving.lock().unwrap_or_else(PoisonError::into_inner);
        if let Leaving::AtOnce(words) = &*leaving {
            end(words);
        }
    }

    fn set(&self, leaving: Leaving) {
        *self.0.leaving.lock().unwrap_or_else(PoisonError::into_inner) = leaving;
    }
}

impl Default for Interrupt {
    fn default() -> Self {
        Self::new()
    }
}
