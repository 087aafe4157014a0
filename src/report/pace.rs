//! How fast it goes, and how long it still takes.

use std::collections::VecDeque;
use std::time::Duration;

/// How far back the rate looks: long enough to smooth batches, short enough to notice a relay that slows down.
const WINDOW: Duration = Duration::from_secs(20);

/// The rate of the last seconds, from counts at moments. Moments are told, not read, so the same counts always give the same rate.
#[derive(Debug, Clone)]
pub struct Pace {
    /// When, counted from the start, and how many were done then; the oldest first.
    samples: VecDeque<(Duration, usize)>,
}

impl Pace {
    /// Nothing is done at the start.
    pub fn new() -> Self {
        Self {
            samples: VecDeque::from([(Duration::ZERO, 0)]),
        }
    }

    /// `done` are done, `at` this time after the start.
    pub fn record(&mut self, at: Duration, done: usize) {
        self.samples.push_back((at, done));
        // The newest sample outside the window stays: the rate is counted from there.
        while self.samples.len() > 2 && self.samples[1].0 + WINDOW <= at {
            self.samples.pop_front();
        }
    }

    /// How many a second, over the last seconds; `None` until time has passed.
    #[expect(clippy::cast_precision_loss, reason = "a rate on display needs no 52 bits")]
    pub fn rate(&self) -> Option<f64> {
        let (first, last) = (self.samples.front()?, self.samples.back()?);
        let seconds = (last.0.saturating_sub(first.0)).as_secs_f64();
        let done = last.1.saturating_sub(first.1) as f64;
        (seconds > 0.0).then(|| done / seconds)
    }

    /// How long `left` more take at this rate; `None` where nothing moves.
    #[expect(clippy::cast_precision_loss, reason = "an estimate needs no 52 bits")]
    pub fn time_left(&self, left: usize) -> Option<Duration> {
        let rate = self.rate().filter(|rate| *rate > 0.0)?;
        Duration::try_from_secs_f64(left as f64 / rate).ok()
    }
}

impl Default for Pace {
    fn default() -> Self {
        Self::new()
    }
}
