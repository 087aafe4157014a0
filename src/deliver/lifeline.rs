//! Whether the relay is there.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::Settings;

/// The first pause after a failure; each further one is twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);
/// No pause is longer.
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// An exchange that is still within its limits in time on another connection keeps hope alive for so long, not for ever.
const LAST_HOPE: Duration = Duration::from_mins(30);
/// After so long without a copy a person should hear of a relay that takes nothing.
const NEWS_AFTER: Duration = Duration::from_secs(5);

/// Tells a relay that is away for a moment from one that is down, and both from one that is there and refuses us for now: failures with no copy settled between them, over all
/// connections.
#[derive(Debug)]
pub(super) struct Lifeline {
    patience: Duration,
    forbearance: Duration,
    trouble: Mutex<Trouble>,
    /// Copies now in the dialogue: as long as one is, another connection's failure is not the end.
    busy: AtomicUsize,
}

/// What has happened since the last copy was settled.
#[derive(Debug, Default)]
struct Trouble {
    /// When the first attempt began that failed.
    since: Option<Instant>,
    /// When the first attempt began that found it out of reach, since it was last heard of.
    gone: Option<Instant>,
    /// Somebody has heard that it takes nothing.
    told: bool,
}

/// One copy in the dialogue.
#[derive(Debug)]
pub(super) struct Busy<'a>(&'a AtomicUsize);

impl Lifeline {
    pub(super) fn new(settings: &Settings) -> Self {
        Self {
            patience: settings.patience,
            forbearance: settings.forbearance.max(settings.patience),
            trouble: Mutex::default(),
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
        *self.trouble() = Trouble::default();
    }

    /// An attempt begun at `began` failed, the worker's `failures`th in a row; `refused` says that the relay is there and wants none of us for now. How long to pause; `None` when it is time to give up.
    pub(super) fn failed(&self, began: Instant, failures: u32, refused: bool) -> Option<Duration> {
        let hope = self.busy.load(Ordering::Relaxed) > 0;
        let left = match self.left(began, refused) {
            Ok(left) => left,
            Err(over) if hope && over < LAST_HOPE => Duration::ZERO,
            Err(_) => return None,
        };
        let pause = FIRST_PAUSE
            .saturating_mul(1 << failures.saturating_sub(1).min(8))
            .min(LONGEST_PAUSE);
        Some(if left.is_zero() { pause } else { pause.min(left) })
    }

    /// For how long it is tried, as one that refuses us for now, from the first failure on.
    pub(super) fn forbearance(&self) -> Duration {
        self.forbearance
    }

    /// Whether it is time to say that the relay takes nothing: once, until it takes something again. Not for a connection too many while others carry copies.
    pub(super) fn is_news(&self) -> bool {
        let idle = self.busy.load(Ordering::Relaxed) == 0;
        let mut trouble = self.trouble();
        let for_long = trouble.since.is_some_and(|since| since.elapsed() >= NEWS_AFTER);
        let is_news = idle && for_long && !trouble.told;
        trouble.told |= is_news;
        is_news
    }

    /// How much time is left for the relay, or by how much it is over. It may refuse us for long; but for no longer than our patience may it, after that or at once, be out of reach.
    fn left(&self, began: Instant, refused: bool) -> Result<Duration, Duration> {
        let mut trouble = self.trouble();
        let since = *trouble.since.get_or_insert(began);
        let forbearance = left(self.forbearance, since.elapsed());
        if refused {
            trouble.gone = None;
            return forbearance;
        }
        let gone = *trouble.gone.get_or_insert(began);
        Ok(left(self.patience, gone.elapsed())?.min(forbearance?))
    }

    fn trouble(&self) -> MutexGuard<'_, Trouble> {
        self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What is left of a time of which so much is over, or by how much it is over.
fn left(whole: Duration, over: Duration) -> Result<Duration, Duration> {
    let left = whole.checked_sub(over).filter(|left| !left.is_zero());
    left.ok_or(over.saturating_sub(whole))
}

impl Drop for Busy<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}
