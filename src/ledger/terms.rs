//! What a run's commits go by.

use std::time::Duration;

use super::Run;

/// On what terms a journal's intents and outcomes are committed.
#[derive(Debug, Clone)]
pub(super) struct Terms {
    /// The issue, open for sending.
    pub(super) run: Run,
    /// As [`Engine::commit`](super::Engine::commit) takes them.
    pub(super) retry_delays: Vec<Duration>,
    /// So many intents are committed although nobody waits for one yet.
    pub(super) worth_a_commit: usize,
}
