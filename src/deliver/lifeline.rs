//! Whether the relay is there.

use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// The first pause after a failure; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// No pause is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// An exchange that is still within its limits in time on another connection keeps hope alive for so long, not for ever.
const LAST_HOPE: Duration = Duration::from_mins(30);
/// A relay that answers and takes nothing for now is borne with for longer than one that is not there: most count our mail by the minute, and refuse what comes beyond until that is over (Postfix's
/// `anvil_rate_time_unit` is 60 s).
const REFUSED_FOR: Duration = Duration::from_mins(5);
/// After so long without a copy a person should hear of it.
const NEWS_AFTER: Duration = Duration::from_secs(5);

/// Tells a relay that is away for a moment from one that is down: failures with no copy settled between them, over all connections.
#[derive(Debug)]
pub(super) struct Lifeline {
    patience: Duration,
    down_since: Mutex<Option<Instant>>,
    /// Copies now in the dialogue: as long as one is, another connection's failure is not the end.
    busy: AtomicUsize,
    /// A person has heard that it takes nothing.
    told: AtomicBool,
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
            told: AtomicBool::new(false),
        }
    }

    /// How long the relay may refuse us for now.
    pub(super) fn forbearance(&self) -> Duration {
        self.patience.max(REFUSED_FOR)
    }

    /// A copy enters the dialogue.
    pub(super) fn enter(&self) -> Busy<'_> {
        self.busy.fetch_add(1, Ordering::Relaxed);
        Busy(&self.busy)
    }

    /// The relay has taken or refused a copy: it is there.
    pub(super) fn answered(&self) {
        *self.down_since() = None;
        self.told.store(false, Ordering::Relaxed);
    }

    /// An attempt begun at `began` failed, the worker's `failures`th in a row; `refused` says that the relay is there and wants none of us for now. How long to pause; `None` when it is time to give up.
    pub(super) fn failed(&self, began: Instant, failures: u32, refused: bool) -> Option<Duration> {
        let patience = if refused {
            self.forbearance()
        } else {
            self.patience
        };
        let since = *self.down_since().get_or_insert(began);
        let down = since.elapsed();
        let hope = self.busy.load(Ordering::Relaxed) > 0 && down < patience + LAST_HOPE;
        if down >= patience && !hope {
            return None;
        }
        let pause = FIRST_PAUSE
            .saturating_mul(1 << failures.saturating_sub(1).min(8))
            .min(LONGEST_PAUSE);
        let left = patience.saturating_sub(down);
        Some(if left.is_zero() { pause } else { pause.min(left) })
    }

    /// Whether it is time to say that the relay takes nothing: once, until it takes something again. Not for a connection too many while others carry copies.
    pub(super) fn is_news(&self) -> bool {
        let idle = self.busy.load(Ordering::Relaxed) == 0;
        let for_long = self
            .down_since()
            .is_some_and(|since| since.elapsed() >= NEWS_AFTER);
        idle && for_long && !self.told.swap(true, Ordering::Relaxed)
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
