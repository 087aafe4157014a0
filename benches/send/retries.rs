//! What it costs to try copies again that lie scattered in a long list.

use std::error::Error;
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::contender::NEAR_CONNECTIONS;
use crate::measuring::{Measured, median, most};
use crate::publication::{Publication, Setting};
use crate::run::{ended, exact};
use crate::sink::{ONE_IN, Sink};

/// The exit status of a send that has left copies for the next (`EX_TEMPFAIL` of sysexits.h).
const AGAIN: i32 = 75;
/// So late that no copy is tried twice by one send.
const NOT_BY_THE_SAME_SEND: &str = "1h";
/// How long it is until the next look whether all have come.
const PAUSE: Duration = Duration::from_millis(20);

/// Sends to a list one part of which was put off at first, far apart.
pub(crate) struct Retries {
    /// How many readers the list has.
    pub(crate) readers: u64,
    runs: Vec<Retried>,
}

/// The send that tries them again, and one after it that finds nothing to do.
struct Retried {
    retrying: Measured,
    idle: Measured,
}

impl Retries {
    /// Nothing has been sent to a list of this size yet.
    pub(crate) fn among(readers: u64) -> Self {
        Self {
            readers,
            runs: Vec::new(),
        }
    }

    /// How many copies are tried again.
    pub(crate) fn copies(&self) -> u64 {
        self.readers / ONE_IN
    }

    /// Sends to a server that puts one part off, and once more when it takes everything.
    pub(crate) fn run(&mut self, publication: &Publication) -> Result<(), Box<dyn Error>> {
        let sink = Sink::start(Duration::ZERO)?;
        publication.set_readers(self.readers)?;
        publication.set(Setting {
            port: sink.port(),
            connections: NEAR_CONNECTIONS,
            signed: false,
            retry: NOT_BY_THE_SAME_SEND,
        })?;
        let (folder, send) = (&publication.folder, publication.send());
        let came = |messages| match sink.tallied().messages {
            came if came == messages => Ok(()),
            came => Err(format!("{messages} messages should have come, and {came} did")),
        };
        let others = self.readers - self.copies();
        sink.defer_some(true);
        until_all_have_it(&sink, others, folder, &send)?;
        came(others)?;
        sink.defer_some(false);
        let retrying = ended(folder, &send, 0)?;
        came(self.readers)?;
        let idle = ended(folder, &send, 0)?;
        came(self.readers)?;
        self.runs.push(Retried { retrying, idle });
        Ok(())
    }

    /// Seconds of processor time for 1,000 copies tried again, without what a send takes that has none.
    pub(crate) fn cost(&self) -> f64 {
        let costs = self
            .runs
            .iter()
            .map(|run| run.retrying.processor - run.idle.processor);
        median(costs) / exact(self.copies()) * 1000.0
    }

    /// Copies tried again a second, from the program's start to its exit.
    pub(crate) fn rate(&self) -> f64 {
        exact(self.copies()) / median(self.runs.iter().map(|run| run.retrying.wall))
    }

    /// Bytes of memory: the most.
    pub(crate) fn memory(&self) -> f64 {
        most(self.runs.iter().map(|run| run.retrying.memory))
    }
}

/// Sends, and interrupts it once so many messages have come: it would wait for those that were put off.
fn until_all_have_it(
    sink: &Sink,
    messages: u64,
    folder: &Path,
    send: &[OsString],
) -> Result<(), Box<dyn Error>> {
    let over = &AtomicBool::new(false);
    let measured = thread::scope(|scope| {
        let measured = Measured::running(folder, send, |process| {
            scope.spawn(move || {
                while !over.load(Ordering::Relaxed) {
                    if sink.tallied().messages >= messages {
                        return Command::new("kill")
                            .args(["-INT", &process.to_string()])
                            .status()
                            .map(drop);
                    }
                    thread::park_timeout(PAUSE);
                }
                Ok(())
            });
        });
        over.store(true, Ordering::Relaxed);
        measured
    })?;
    match measured.status {
        AGAIN => Ok(()),
        status => Err(format!("digest ended with {status}: {}", measured.said).into()),
    }
}
