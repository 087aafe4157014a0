//! Whether the relay is there.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The first pause after a failure; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// No pause is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// An exchange that is still within its limits in time on another connection keeps hope alive for so long, not for ever.
const LAST_HOPE: Duration = Duration::from_mins(30);

/// Tells a relay that is away for a moment from one that is down: failures with no copy settled between them, over all connections.
#[derive(Debug)]
pub(super) struct Lifeline {
    patience: Duration,
    down_since: Mutex<Option<Instant>>,
    /// Copies now in the dialogue: as long as one is, another connection's failure is not the end.
    busy: AtomicUsize,
}

/// One copy in the dialogue.
#[derive(Debug)]
pub(super) struct Busy<'a>(&'a AtomicUsize);

impl Lifeline {
    pub(super) fn new(patience: Duration) -> Self {
        Self {
            patience,
            down_since: Mutex::new(None),
            busy: AtomicUsize::new(0),
        }
    }

    /// A copy enters the dialogue.
    pub(super) fn enter(&self) -> Busy<'_> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Busy(&self.busy)
    }

    /// The relay has taken or refused a copy: it is there.
    pub(super) fn answered(&self) {
        *self.down_since() = None;
    }

    /// An attempt begun at `began` failed, the worker's `failures`th in a row. How long to pause; `None` when it is time to give up.
    pub(super) fn failed(&self, began: Instant, failures: u32) -> Option<Duration> {
        let since = *self.down_since().get_or_insert(began);
        let down = since.elapsed();
        let hope = self.busy.load(Ordering::Relaxed) > 0 && down < self.patience + LAST_HOPE;
        if down >= self.patience && !hope {
            return None;
        }
        let pause = FIRST_PAUSE
            .saturating_mul(1 << failures.saturating_sub(1).min(8))
            .min(LONGEST_PAUSE);
        let left = self.patience.saturating_sub(down);
        Some(if left.is_zero() { pause } else { pause.min(left) })
    }

    fn down_since(&self) -> std::sync::MutexGuard<'_, Option<Instant>> {
        self.down_since.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
