//! How urgently the run is to end.

use tokio::sync::watch;

/// The run's own signal to its workers: a person's interrupts and our own stops lead to the same two levels.
#[derive(Debug)]
pub(super) struct Halt(watch::Sender<Level>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    /// Not at all.
    Running,
    /// Begin nothing; finish what has an intent.
    Winding,
    /// Wait for nothing.
    AtOnce,
}

impl Halt {
    pub(super) fn new() -> Self {
        Self(watch::Sender::new(Level::Running))
    }

    /// Raises the level; it never falls.
    pub(super) fn raise(&self, level: Level) {
        self.0.send_if_modified(|now| {
            let higher = *now < level;
            if higher {
                *now = level;
            }
            higher
        });
    }

    pub(super) fn is(&self, level: Level) -> bool {
        *self.0.borrow() >= level
    }

    /// Waits for the level.
    pub(super) async fn reached(&self, level: Level) {
        let mut receiver = self.0.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = receiver.wait_for(|now| *now >= level).await;
    }
}
