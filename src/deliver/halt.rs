//! How urgently the run is to end.

use std::sync::atomic::{AtomicU8, Ordering};

use tokio::sync::watch;

/// The run's own signal to its workers: a person's interrupts and our own stops lead to the same two levels.
#[derive(Debug)]
pub(super) struct Halt {
    level: watch::Sender<Level>,
    /// The same, for those who only look: many times a copy.
    seen: AtomicU8,
}

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
        Self {
            level: watch::Sender::new(Level::Running),
            seen: AtomicU8::new(Level::Running as u8),
        }
    }

    /// Raises the level; it never falls.
    pub(super) fn raise(&self, level: Level) {
        self.seen.fetch_max(level as u8, Ordering::SeqCst);
        self.level.send_if_modified(|now| {
            let higher = *now < level;
            if higher {
                *now = level;
            }
            higher
        });
    }

    pub(super) fn is(&self, level: Level) -> bool {
        self.seen.load(Ordering::SeqCst) >= level as u8
    }

    /// Waits for the level.
    pub(super) async fn reached(&self, level: Level) {
        let mut receiver = self.level.subscribe();
        // The sender lives as long as `self`, so waiting cannot fail.
        let _ = receiver.wait_for(|now| *now >= level).await;
    }
}
