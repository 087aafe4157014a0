//! A rate, kept exactly.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use tokio::sync::{MutexGuard, OwnedSemaphorePermit, Semaphore};
use tokio::time::{Instant, sleep_until};

use crate::foundation::Rate;

/// Transactions are begun at most this long before their final dot may be written: a server's patience in DATA is limited.
const LEAD: Duration = Duration::from_secs(1);
/// Timers tick in milliseconds; where dots would follow each other faster than this, a few pass together.
const SHORTEST_GAP: Duration = Duration::from_millis(20);

/// Lets final dots pass at a [`Rate`]: in no period more than it says.
///
/// A place is taken before MAIL, so that few transactions are open and waiting; the dot passes when the gate is [`Gate::open`]. A place that is given
/// up (a refused recipient) costs nothing.
#[derive(Debug)]
pub(super) struct Gate {
    places: Arc<Semaphore>,
    /// So many pass together …
    burst: u32,
    /// … and then this much time passes. At most `period / gap` gaps fit into a period, so at most the rate's messages pass in it.
    gap: Duration,
    state: Mutex<State>,
    /// Who waits for the gate, in the order they came; of those who can wait, the first alone, and not before it opens.
    queue: tokio::sync::Mutex<()>,
    /// Those who can wait, in the order they came.
    behind: tokio::sync::Mutex<()>,
}

#[derive(Debug)]
struct State {
    left: u32,
    last: Option<Instant>,
}

/// One who stands before an open gate: nobody else passes meanwhile.
#[derive(Debug)]
pub(super) struct Open<'a> {
    gate: &'a Gate,
    _first: MutexGuard<'a, ()>,
}

/// A place on the way to the gate; dropped, it is free again.
pub(super) type Place = OwnedSemaphorePermit;

impl Gate {
    /// `None` where there is no limit.
    pub(super) fn new(rate: Rate) -> Option<Self> {
        let Rate::Limited { messages, period } = rate else {
            return None;
        };
        let interval = (period / messages).max(Duration::from_nanos(1));
        let burst = u32::try_from(SHORTEST_GAP.as_nanos().div_ceil(interval.as_nanos())).unwrap_or(u32::MAX);
        let burst = burst.clamp(1, messages);
        let bursts = messages / burst;
        // Rounded up: a gap that is a nanosecond short lets one too many into a period.
        let gap = (period + Duration::from_nanos(u64::from(bursts) - 1)) / bursts;
        let places = (LEAD.as_nanos() / interval.as_nanos()).clamp(1, 100_000);
        Some(Self {
            places: Arc::new(Semaphore::new(usize::try_from(places).unwrap_or(1))),
            burst,
            gap,
            state: Mutex::new(State {
                left: burst,
                last: None,
            }),
            queue: tokio::sync::Mutex::default(),
            behind: tokio::sync::Mutex::default(),
        })
    }

    /// Waits until a transaction may be begun. May be cancelled.
    pub(super) async fn place(&self) -> Option<Place> {
        // The semaphore is never closed; without a place the gate alone would keep the rate.
        let place = self.places.clone().acquire_owned().await.ok();
        if let Some(begins) = self.begins() {
            sleep_until(begins).await;
        }
        place
    }

    /// The same without waiting: the error says from when on it is worth another try, where only time is lacking.
    pub(super) fn place_now(&self) -> Result<Place, Option<Instant>> {
        let place = self.places.clone().try_acquire_owned().map_err(|_| None)?;
        match self.begins().filter(|begins| *begins > Instant::now()) {
            Some(begins) => Err(Some(begins)),
            None => Ok(place),
        }
    }

    /// Waits until the gate is open. May be cancelled: then nothing is counted.
    pub(super) async fn open(&self) -> Open<'_> {
        let _turn = self.behind.lock().await;
        if let Some(opens) = self.opens() {
            sleep_until(opens).await;
        }
        self.open_soon().await
    }

    /// The same before those who can wait: for whoever keeps others from a gate of their own meanwhile. The first of those joins the queue when the gate opens: it lets in before it whom it finds there, and nobody after.
    pub(super) async fn open_soon(&self) -> Open<'_> {
        let first = self.queue.lock().await;
        if let Some(opens) = self.opens() {
            sleep_until(opens).await;
        }
        Open {
            gate: self,
            _first: first,
        }
    }

    /// When the next transaction may be begun; `None` where that is at once.
    fn begins(&self) -> Option<Instant> {
        self.opens().and_then(|opens| opens.checked_sub(LEAD))
    }

    /// When the next may pass; `None` where that is at once.
    fn opens(&self) -> Option<Instant> {
        let state = self.state();
        if state.left > 0 {
            return None;
        }
        state.last.map(|last| last + self.gap)
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open<'_> {
    /// Passes.
    pub(super) fn pass(self) {
        let mut state = self.gate.state();
        if state.left == 0 {
            state.left = self.gate.burst;
        }
        state.left -= 1;
        state.last = Some(Instant::now());
    }
}
