//! The time.

use std::time::Instant;

/// What is measured here is real time.
#[expect(clippy::disallowed_methods, reason = "what is measured is real time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}
