//! Drawing copies from the source.

use std::time::Duration;

use tokio::time::Instant;

use crate::message::{Journal, MessageSource, Next};

use super::drawn::Drawn;
use super::run::Run;

/// What was drawn.
pub(super) enum Draw {
    /// A copy that its domain admits.
    Copy(Drawn),
    /// Nothing yet.
    Wait(Duration),
    /// Nothing more.
    Done,
}

impl<S: MessageSource, J: Journal> Run<S, J> {
    /// The next copy for a connection. Not to be cancelled: what the source has handed out would be forgotten.
    pub(super) async fn draw(&self, connection: usize) -> Draw {
        let mut leave = None;
        let mut opens: Option<Instant> = None;
        let mut admit = |domain: &str| match self.pace.admit(domain, connection) {
            Ok(given) => {
                leave = Some(given);
                true
            }
            Err(later) => {
                opens = [opens, later].into_iter().flatten().min();
                false
            }
        };
        match self.source.next(&mut admit).await {
            Next::Message(message) => Draw::Copy(Drawn::new(message, leave.unwrap_or_default())),
            Next::Wait(pause) => {
                let sooner = opens.map(|opens| opens.saturating_duration_since(Instant::now()));
                Draw::Wait(sooner.map_or(pause, |sooner| sooner.min(pause)))
            }
            Next::Done => Draw::Done,
        }
    }
}
