//! Waiting between two requests.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

/// How to wait: really, or in tests by a function that only counts.
#[derive(Clone)]
pub struct Pauses(Arc<dyn Fn(Duration) + Send + Sync>);

impl Pauses {
    /// Holds the thread up for so long.
    #[expect(
        clippy::disallowed_methods,
        reason = "each host has a thread of its own here, which has nothing else to do"
    )]
    pub fn real() -> Self {
        Self::from_fn(std::thread::sleep)
    }

    /// Pauses made of a function.
    pub fn from_fn(pause: impl Fn(Duration) + Send + Sync + 'static) -> Self {
        Self(Arc::new(pause))
    }

    /// Waits.
    pub(super) fn pause(&self, length: Duration) {
        (self.0)(length);
    }
}

impl fmt::Debug for Pauses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pauses")
    }
}
