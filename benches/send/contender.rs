//! Who is measured, and how much each has to do.

use std::error::Error;
use std::time::Duration;

use crate::commit_latency::while_appending;
use crate::ground::Ground;
use crate::mailmerge;
use crate::measuring::leave_out;
use crate::publication::{RETRY, Setting};
use crate::run::Run;
use crate::sender::{Load, Sender};
use crate::sink::Sink;

/// The round trip of a relay far away.
const ROUND_TRIP: Duration = Duration::from_millis(20);
/// Connections of `digest` and of the raw bound to a relay nearby.
pub(crate) const NEAR_CONNECTIONS: usize = 32;
/// With a relay nearby: who sends, over how many connections, and how many messages, so that it takes some seconds.
const NEAR: [(Sender, usize, u64); 8] = [
    (Sender::Raw, NEAR_CONNECTIONS, 200_000),
    (Sender::Digest, NEAR_CONNECTIONS, 100_000),
    (Sender::SignedDigest, NEAR_CONNECTIONS, 20_000),
    (Sender::SmtpSource, 10, 50_000),
    (Sender::Lettre, 16, 8_000),
    (Sender::Nodemailer, 10, 1_000),
    (Sender::Smtplib, 1, 500),
    (Sender::Mailmerge, 1, 150),
];
/// The same with a relay far away.
const FAR: [(Sender, usize, u64); 7] = [
    (Sender::Raw, 20, 20_000),
    (Sender::Digest, 20, 20_000),
    (Sender::SmtpSource, 20, 1_500),
    (Sender::Lettre, 20, 1_000),
    (Sender::Nodemailer, 20, 1_000),
    (Sender::Smtplib, 1, 50),
    (Sender::Mailmerge, 1, 40),
];

/// A sender, and what it has to do.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contender {
    /// Who sends.
    pub(crate) sender: Sender,
    /// Over how many connections.
    pub(crate) connections: usize,
    /// How many messages.
    pub(crate) messages: u64,
    delay: Duration,
}

impl Contender {
    /// Lets it send once to a sink of its own.
    pub(crate) fn run(self, ground: &Ground) -> Result<Run, Box<dyn Error>> {
        let sink = Sink::start(self.delay)?;
        let load = Load {
            port: sink.port(),
            connections: self.connections,
            messages: self.messages,
        };
        if self.sender == Sender::Mailmerge {
            mailmerge::prepare(&ground.letter, load)?;
        }
        let command = self.sender.command(ground, load);
        if !self.sender.is_digest() {
            return Run::of(&sink, &ground.letter.folder, &command, self.messages);
        }
        ground.publication.set_readers(self.messages)?;
        ground.publication.set(Setting {
            port: load.port,
            connections: self.connections,
            signed: self.sender == Sender::SignedDigest,
            retry: RETRY,
        })?;
        let folder = &ground.publication.folder;
        let run = || Run::of(&sink, folder, &command, self.messages);
        let (run, append) = while_appending(folder, run)?;
        let append = Some(append);
        Ok(Run { append, ..run })
    }
}

/// Everybody who is there, with a relay nearby.
pub(crate) fn near() -> Vec<Contender> {
    there(Duration::ZERO, NEAR)
}

/// Everybody who is there, with a relay far away.
pub(crate) fn far() -> Vec<Contender> {
    there(ROUND_TRIP, FAR)
}

/// Says who of those nearby is left out.
pub(crate) fn tell_missing() {
    for (sender, ..) in NEAR {
        if let Some(remedy) = sender.missing() {
            leave_out(sender.name(), remedy);
        }
    }
}

fn there<const N: usize>(delay: Duration, work: [(Sender, usize, u64); N]) -> Vec<Contender> {
    let there = work.into_iter().filter(|(sender, ..)| sender.missing().is_none());
    there
        .map(|(sender, connections, messages)| Contender {
            sender,
            connections,
            messages,
            delay,
        })
        .collect()
}
