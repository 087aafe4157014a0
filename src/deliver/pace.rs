//! How fast final dots are written.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

use crate::foundation::Rate;

/// Transactions are begun at most this long before their final dot may be written: a server's patience in DATA is limited.
const LEAD: Duration = Duration::from_secs(1);
/// Timers tick in milliseconds; where dots would follow each other faster than this, a few pass together.
const SHORTEST_GAP: Duration = Duration::from_millis(20);

/// Keeps all connections together to one [`Rate`], exactly: in no period are more final dots written than the rate says.
///
/// A place is reserved before MAIL ([`Pace::reserve`]), so that few transactions are open and waiting; the dot passes at [`Pace::pass`]. A place
/// that is given up (a refused recipient) costs nothing.
#[derive(Debug)]
pub struct Pace {
    /// `None` where there is no limit.
    limit: Option<Limit>,
}

#[derive(Debug)]
struct Limit {
    places: Arc<Semaphore>,
    /// So many pass together …
    burst: u32,
    /// … and then this much time passes. At most `period / gap` gaps fit into a period, so at most the rate's messages pass in it.
    gap: Duration,
    gate: Mutex<Gate>,
    /// Who waits for the gate, in the order they came.
    queue: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct Gate {
    left: u32,
    last: Option<Instant>,
}

/// A place in the queue; dropped, it is free again.
#[derive(Debug)]
pub struct Slot {
    place: Option<OwnedSemaphorePermit>,
}

impl Slot {
    /// Whether its final dot may have to wait.
    pub(super) fn is_limited(&self) -> bool {
        self.place.is_some()
    }
}

impl Pace {
    /// A pace that keeps a rate.
    pub fn new(rate: Rate) -> Self {
        let limit = match rate {
            Rate::Unlimited => None,
            Rate::Limited { messages, period } => Some(Limit::new(messages, period)),
        };
        Self { limit }
    }

    /// Waits until a transaction may be begun. May be cancelled.
    pub async fn reserve(&self) -> Slot {
        let Some(limit) = &self.limit else {
            return Slot { place: None };
        };
        // The semaphore is never closed; without a place the gate alone would keep the rate.
        let place = limit.places.clone().acquire_owned().await.ok();
        if let Some(soon) = limit.opens().and_then(|opens| opens.checked_sub(LEAD)) {
            sleep_until(soon).await;
        }
        Slot { place }
    }

    /// The same where that needs no waiting.
    pub fn try_reserve(&self) -> Option<Slot> {
        let Some(limit) = &self.limit else {
            return Some(Slot { place: None });
        };
        let place = limit.places.clone().try_acquire_owned().ok()?;
        let soon = limit.opens().and_then(|opens| opens.checked_sub(LEAD));
        let open = soon.is_none_or(|soon| soon <= Instant::now());
        open.then_some(Slot { place: Some(place) })
    }

    /// Waits until the final dot may be written, and counts it. May be cancelled: then nothing is counted.
    pub async fn pass(&self, slot: Slot) {
        if let Some(limit) = &self.limit {
            let _first = limit.queue.lock().await;
            if let Some(opens) = limit.opens() {
                sleep_until(opens).await;
            }
            limit.count();
        }
        drop(slot);
    }
}

impl Limit {
    fn new(messages: u32, period: Duration) -> Self {
        let interval = (period / messages).max(Duration::from_nanos(1));
        let burst = u32::try_from(SHORTEST_GAP.as_nanos().div_ceil(interval.as_nanos())).unwrap_or(u32::MAX);
        let burst = burst.clamp(1, messages);
        let bursts = messages / burst;
        // Rounded up: a gap that is a nanosecond short lets one too many into a period.
        let gap = (period + Duration::from_nanos(u64::from(bursts) - 1)) / bursts;
        let places = (LEAD.as_nanos() / interval.as_nanos()).clamp(1, 100_000);
        Self {
            places: Arc::new(Semaphore::new(usize::try_from(places).unwrap_or(1))),
            burst,
            gap,
            gate: Mutex::new(Gate {
                left: burst,
                last: None,
            }),
            queue: tokio::sync::Mutex::default(),
        }
    }

    /// When the next may pass; `None` for now.
    fn opens(&self) -> Option<Instant> {
        let gate = self.gate();
        if gate.left > 0 {
            return None;
        }
        gate.last.map(|last| last + self.gap)
    }

    /// One passes now.
    fn count(&self) {
        let mut gate = self.gate();
        if gate.left == 0 {
            gate.left = self.burst;
        }
        gate.left -= 1;
        gate.last = Some(Instant::now());
    }

    fn gate(&self) -> MutexGuard<'_, Gate> {
        self.gate.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
