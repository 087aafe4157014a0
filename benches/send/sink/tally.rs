//! What has come in, and when.

use std::fs;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::time::{Duration, Instant};

use super::now::now;

/// The unit in which Linux tells processes' time, in seconds (`USER_HZ`).
const TICK: f64 = 0.01;

/// Counts, shared by all connections.
pub(super) struct Tally {
    begun: Instant,
    messages: AtomicU64,
    bytes: AtomicU64,
    /// When the last message came, in nanoseconds after `begun`.
    last: AtomicU64,
    sender: OnceLock<(u32, Duration)>,
    first: OnceLock<(Duration, Option<f64>)>,
}

/// What came in during a run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tallied {
    /// Messages whose end has come.
    pub(crate) messages: u64,
    /// Their bytes, as they were on the wire.
    pub(crate) bytes: u64,
    /// Seconds from the sender's start to its first connection.
    pub(crate) before: f64,
    /// Seconds of processor time that the sender had used by then, where that is known (Linux).
    pub(crate) spent_before: Option<f64>,
    /// Seconds from the first connection to the last message.
    pub(crate) sending: f64,
}

impl Tally {
    /// Nothing has come yet.
    pub(super) fn begun() -> Self {
        Self {
            begun: now(),
            messages: AtomicU64::new(0),
            bytes: AtomicU64::new(0),
            last: AtomicU64::new(0),
            sender: OnceLock::new(),
            first: OnceLock::new(),
        }
    }

    /// The process that sends has started.
    pub(super) fn sender_started(&self, process: u32) {
        self.sender.get_or_init(|| (process, self.age()));
    }

    /// Somebody has connected.
    pub(super) fn connected(&self) {
        self.first.get_or_init(|| {
            let age = self.age();
            let spent = self.sender.get().and_then(|(process, _)| spent(*process));
            (age, spent)
        });
    }

    /// A message has come, of so many bytes.
    pub(super) fn took(&self, bytes: u64) {
        self.messages.fetch_add(1, Relaxed);
        self.bytes.fetch_add(bytes, Relaxed);
        let age = u64::try_from(self.age().as_nanos()).unwrap_or(u64::MAX);
        self.last.fetch_max(age, Relaxed);
    }

    /// What has come so far.
    pub(super) fn tallied(&self) -> Tallied {
        let (first, spent_before) = self.first.get().copied().unwrap_or_default();
        let started = self.sender.get().map_or(first, |(_, started)| *started);
        let last = Duration::from_nanos(self.last.load(Relaxed));
        Tallied {
            messages: self.messages.load(Relaxed),
            bytes: self.bytes.load(Relaxed),
            before: first.saturating_sub(started).as_secs_f64(),
            spent_before,
            sending: last.saturating_sub(first).as_secs_f64(),
        }
    }

    fn age(&self) -> Duration {
        now().duration_since(self.begun)
    }
}

/// Seconds of processor time that a process has used: fields 14 and 15 of its `stat`, the second of which may hold blanks and is in parentheses (proc(5)).
fn spent(process: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let (_, fields) = stat.rsplit_once(')')?;
    let fields: Vec<&str> = fields.split_whitespace().collect();
    let ticks = |index: usize| fields.get(index)?.parse::<u32>().ok();
    Some(TICK * f64::from(ticks(11)? + ticks(12)?))
}
