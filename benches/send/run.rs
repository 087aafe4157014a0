//! One run of a sender against a sink.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;

use crate::measuring::Measured;
use crate::sink::{Sink, Tallied};

/// What a run came to.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    /// What the sender took.
    pub(crate) measured: Measured,
    /// What came in.
    pub(crate) tallied: Tallied,
    /// How long the disk took meanwhile to keep a page, in seconds, where that was measured.
    pub(crate) append: Option<f64>,
}

impl Run {
    /// Runs a sender's command in a folder. It must end well, and as many messages must have come in as it had to send.
    pub(crate) fn of(
        sink: &Sink,
        folder: &Path,
        command: &[OsString],
        messages: u64,
    ) -> Result<Self, Box<dyn Error>> {
        let measured = Measured::running(folder, command, |process| sink.sender_started(process))?;
        let tallied = sink.tallied();
        let name = command[0].display();
        if measured.status != 0 {
            return Err(format!("{name} ended with {}: {}", measured.status, measured.said).into());
        }
        if tallied.messages != messages {
            return Err(format!(
                "{name} sent {messages} messages, and {} came in",
                tallied.messages
            )
            .into());
        }
        Ok(Self {
            measured,
            tallied,
            append: None,
        })
    }

    /// Messages a second, from the first connection to the last message.
    pub(crate) fn rate(&self) -> f64 {
        self.messages() / self.tallied.sending
    }

    /// Messages a second, from the sender's start to its exit.
    pub(crate) fn whole_rate(&self) -> f64 {
        self.messages() / self.measured.wall
    }

    /// Seconds of the sender's processor time for 1,000 messages, everything that it does included.
    pub(crate) fn processor(&self) -> f64 {
        self.measured.processor / self.messages() * 1000.0
    }

    /// The same, from the first connection on; `None` where it is not known how much went before.
    pub(crate) fn processor_sending(&self) -> Option<f64> {
        let before = self.tallied.spent_before?;
        Some((self.measured.processor - before) / self.messages() * 1000.0)
    }

    /// Bytes of a message on the wire.
    pub(crate) fn size(&self) -> f64 {
        exact(self.tallied.bytes) / self.messages()
    }

    fn messages(&self) -> f64 {
        exact(self.tallied.messages)
    }
}

/// Runs a command in a folder; it must end with this status.
pub(crate) fn ended(folder: &Path, command: &[OsString], status: i32) -> Result<Measured, Box<dyn Error>> {
    let measured = Measured::running(folder, command, |_| {})?;
    if measured.status == status {
        return Ok(measured);
    }
    let name = command[0].display();
    Err(format!("{name} ended with {}: {}", measured.status, measured.said).into())
}

/// A count as a number to divide: none here comes near 2^53, up to which that is exact.
#[expect(clippy::cast_precision_loss, reason = "exact up to 2^53")]
pub(crate) fn exact(count: u64) -> f64 {
    count as f64
}
