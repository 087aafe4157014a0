//! Ctrl-C, counted.

use std::sync::Arc;

use tokio::sync::watch;

/// How often a person has asked the program to stop. The first asks it to end in good order, the second to end at once.
#[derive(Clone, Debug)]
pub struct Interrupt(Arc<watch::Sender<u32>>);

impl Interrupt {
    /// Not yet interrupted.
    pub fn new() -> Self {
        Self(Arc::new(watch::Sender::new(0)))
    }

    /// One more request to stop; called from the signal handler's thread.
    pub fn raise(&self) {
        self.0.send_modify(|times| *times += 1);
    }

    /// How many requests there were.
    pub fn times(&self) -> u32 {
        *self.0.borrow()
    }

    /// Waits until there were at least `times` requests.
    pub async fn reached(&self, times: u32) {
        let mut receiver = self.0.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = receiver.wait_for(|seen| *seen >= times).await;
    }
}

impl Default for Interrupt {
    fn default() -> Self {
        Self::new()
    }
}
