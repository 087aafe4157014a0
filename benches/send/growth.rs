//! What it costs to have more readers.

use std::error::Error;
use std::time::Duration;

use crate::contender::NEAR_CONNECTIONS;
use crate::measuring::{Measured, median, most};
use crate::publication::{Publication, RETRY, Setting};
use crate::run::{Run, ended, exact};
use crate::sink::Sink;

/// What sends to a list of one size come to.
pub(crate) struct Growth {
    /// How many readers the list has.
    pub(crate) readers: u64,
    sends: Vec<Run>,
    again: Vec<Measured>,
    status: Vec<Measured>,
}

impl Growth {
    /// Nothing has been sent to a list of this size yet.
    pub(crate) fn to(readers: u64) -> Self {
        Self {
            readers,
            sends: Vec::new(),
            again: Vec::new(),
            status: Vec::new(),
        }
    }

    /// Sends to everybody, sends again, and asks how it stands.
    pub(crate) fn run(&mut self, publication: &Publication) -> Result<(), Box<dyn Error>> {
        let sink = Sink::start(Duration::ZERO)?;
        publication.set_readers(self.readers)?;
        publication.set(Setting {
            port: sink.port(),
            connections: NEAR_CONNECTIONS,
            signed: false,
            retry: RETRY,
        })?;
        let folder = &publication.folder;
        let send = publication.send();
        self.sends.push(Run::of(&sink, folder, &send, self.readers)?);
        self.again.push(ended(folder, &send, 0)?);
        if sink.tallied().messages != self.readers {
            return Err("who had a copy got another when it was sent again".into());
        }
        let digest = env!("CARGO_BIN_EXE_digest");
        let status = [digest.into(), "status".into(), publication.draft.clone().into()];
        self.status.push(ended(folder, &status, 0)?);
        Ok(())
    }

    /// Rows planned a second, from the program's start to the first connection: reading, checking and rendering included.
    pub(crate) fn planned(&self) -> f64 {
        self.median(|run| exact(self.readers) / run.tallied.before)
    }

    /// The median of a figure of the sends.
    pub(crate) fn median(&self, of: impl Fn(&Run) -> f64) -> f64 {
        median(self.sends.iter().map(of))
    }

    /// Seconds of processor time for 1,000 messages, from the first connection on; with what went before where that is not known.
    pub(crate) fn cost(&self) -> f64 {
        self.median(|run| run.processor_sending().unwrap_or_else(|| run.processor()))
    }

    /// Bytes of memory in any of the runs, that of sending again and of `status` included: the most.
    pub(crate) fn memory(&self) -> f64 {
        let sends = self.sends.iter().map(|run| &run.measured);
        most(sends.chain(&self.again).chain(&self.status).map(|run| run.memory))
    }

    /// Seconds that a send takes when everybody has the issue.
    pub(crate) fn again(&self) -> f64 {
        median(self.again.iter().map(|run| run.wall))
    }

    /// Seconds that `status` takes.
    pub(crate) fn status(&self) -> f64 {
        median(self.status.iter().map(|run| run.wall))
    }
}
