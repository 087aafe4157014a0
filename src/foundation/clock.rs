//! The time of day, injected.

use std::sync::Arc;

use jiff::{Timestamp, ZonedDateTime, civil::Date};

/// Tells the wall time. Intervals within a run are measured with tokio's timers, which tests move by hand.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> ZonedDateTime + Send + Sync>);

impl Clock {
    /// The machine's own clock, in the machine's time zone.
    #[expect(clippy::disallowed_methods, reason = "the one place that reads the time")]
    pub fn system() -> Self {
        Self(Arc::new(ZonedDateTime::now))
    }

    /// A clock that always shows the same moment, in UTC.
    pub fn fixed(at: Timestamp) -> Self {
        Self(Arc::new(move || at.to_zoned_datetime(jiff::tz::TimeZone::UTC)))
    }

    /// A clock made of a function.
    pub fn from_fn(now: impl Fn() -> ZonedDateTime + Send + Sync + 'static) -> Self {
        Self(Arc::new(now))
    }

    /// Now, with its time zone.
    pub fn zoned(&self) -> ZonedDateTime {
        (self.0)()
    }

    /// Now.
    pub fn now(&self) -> Timestamp {
        self.zoned().timestamp()
    }

    /// Today's date, where the clock stands.
    pub fn today(&self) -> Date {
        self.zoned().date()
    }
}

impl std::fmt::Debug for Clock {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Clock({})", self.now())
    }
}
