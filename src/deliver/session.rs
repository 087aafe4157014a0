//! An open connection, greeted and authenticated.

use std::future::Future;
use std::time::Duration;

use lettre::transport::smtp::Error;
use lettre::transport::smtp::client::AsyncSmtpConnection;
use lettre::transport::smtp::response::Response;
use tokio::io::AsyncWriteExt;
use tokio::time::{Instant, timeout};

use crate::message::{Phase, Reply};

use super::Timeouts;
use super::lost::Lost;
use super::offer::Offer;
use super::standing::Standing;
use super::wire::{Sight, Wire};

/// A connection to the relay.
pub(super) struct Session {
    pub(super) smtp: AsyncSmtpConnection,
    pub(super) wire: Wire,
    pub(super) offer: Offer,
    pub(super) timeouts: Timeouts,
    /// Which of the run's connections it is, from 0.
    pub(super) number: usize,
    /// How many copies it was used for.
    pub(super) used: usize,
    /// How many it may be used for.
    pub(super) most_copies: usize,
    /// Since when it stands.
    pub(super) opened: Instant,
    /// How long it may be used.
    pub(super) most_age: Duration,
    /// A transaction was begun and not ended: RSET before the next.
    pub(super) unfinished: bool,
    /// Tells whoever follows the run that it stands; a connection that is only tried is nobody's business.
    pub(super) standing: Option<Standing>,
}

impl Session {
    /// Sends one command (or a pipelined group) and reads the first reply, whatever it says.
    pub(super) async fn command(
        &mut self,
        phase: Phase,
        limit: Duration,
        command: &str,
    ) -> Result<Reply, Lost> {
        self.wire.say(command);
        self.reply(phase, limit).await
    }

    /// Sends an envelope as a group, behind RSET where a transaction was begun and not ended. Returns the reply to MAIL.
    pub(super) async fn open(&mut self, group: &str) -> Result<Reply, Lost> {
        let limit = self.timeouts.mail;
        if !self.unfinished {
            return self.command(Phase::Mail, limit, group).await;
        }
        let reset = self
            .command(Phase::Mail, limit, &format!("{RSET}{group}"))
            .await?;
        self.was_reset(&reset)?;
        self.reply(Phase::Mail, limit).await
    }

    /// Reads one more reply.
    pub(super) async fn reply(&mut self, phase: Phase, limit: Duration) -> Result<Reply, Lost> {
        let heard = within(phase, limit, self.wire.next_reply()).await?;
        let heard = heard.map_err(|error| Lost::from_io(phase, &error))?;
        heard.map_err(|line| Lost::no_reply(phase, &line))
    }

    /// Writes parts, one behind the other, without copying them. `written` tells how many of their octets were given to the connection, also where this fails or is
    /// given up.
    pub(super) async fn write(&self, phase: Phase, parts: &[&[u8]], written: &mut usize) -> Result<(), Lost> {
        let limit = self.timeouts.block;
        let whole: usize = parts.iter().map(|part| part.len()).sum();
        while *written < whole {
            let block = self.wire.write_some(parts, *written);
            *written = within(phase, limit, block)
                .await?
                .map_err(|error| Lost::from_io(phase, &error))?;
        }
        within(phase, limit, self.wire.flush_out())
            .await?
            .map_err(|error| Lost::from_io(phase, &error))
    }

    /// Whether it may be used for `more` copies than it was.
    pub(super) fn has_room_for(&self, more: usize) -> bool {
        self.used + more <= self.most_copies && self.opened.elapsed() < self.most_age
    }

    /// Whether the server is silent, as it must be when it was asked nothing. Replies that nobody asked for would be taken for answers to what
    /// is asked next; the final dot must not be answered by an old 250.
    pub(super) async fn quiet(&self, phase: Phase) -> Result<(), Lost> {
        match self.wire.look().await {
            Sight::Quiet => Ok(()),
            Sight::Talking => Err(Lost::new(phase, "the relay spoke out of turn")),
            Sight::Closed => Err(Lost::closed(phase)),
        }
    }

    /// Ends a transaction that was begun.
    pub(super) async fn reset(&mut self) -> Result<(), Lost> {
        let reply = self.command(Phase::Mail, self.timeouts.hello, RSET).await?;
        self.was_reset(&reply)
    }

    fn was_reset(&mut self, reply: &Reply) -> Result<(), Lost> {
        if !reply.is_positive() {
            let closing = reply.code == 421;
            let lost = Lost::new(Phase::Mail, format!("RSET was answered `{reply}`"));
            return Err(if closing { lost.closing() } else { lost });
        }
        self.unfinished = false;
        Ok(())
    }

    /// Says goodbye; what the server thinks of it does not matter.
    pub(super) async fn quit(mut self) {
        let _ = timeout(self.timeouts.quit, async {
            self.wire.say(QUIT);
            let _ = self.wire.next_reply().await;
            let _ = self.wire.shutdown().await;
        })
        .await;
    }

    pub(super) fn judge(&self, phase: Phase, answer: Result<Response, Error>) -> Result<Reply, Lost> {
        match answer {
            Err(error) if error.status().is_none() => Err(Lost::from_lettre(phase, &error, &self.wire)),
            _ => self
                .wire
                .reply()
                .ok_or_else(|| Lost::new(phase, "no reply was read")),
        }
    }
}

const RSET: &str = "RSET\r\n";
const QUIT: &str = "QUIT\r\n";

/// Waits for a part of the dialogue, but not for ever.
pub(super) async fn within<T>(
    phase: Phase,
    limit: Duration,
    part: impl Future<Output = T>,
) -> Result<T, Lost> {
    timeout(limit, part)
        .await
        .map_err(|_| Lost::timed_out(phase, limit))
}
