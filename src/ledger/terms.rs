//! What a run's commits go by.

use std::time::Duration;

use super::Run;

/// On what terms a journal's intents and outcomes are committed.
#[derive(Debug)]
pub(super) struct Terms {
    /// The issue, open for sending.
    pub(super) run: Run,
    /// As [`Engine::commit`](super::Engine::commit) takes them.
    pub(super) retry_delays: Vec<Duration>,
}
