//! What the server answers, and when it leaves.

use std::io::{self, Write as _};
use std::net::{Shutdown, TcpStream};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::now::now;

/// What a thread that only writes needs.
const STACK: usize = 64 * 1024;

/// One connection's way back.
pub(super) enum Replies {
    /// Replies leave once all commands that are there have been read.
    AtOnce(TcpStream, Vec<u8>),
    /// Each reply leaves so long after its command arrived, whatever happens meanwhile: those to a pipelined group leave together.
    Later(Duration, Sender<(Instant, &'static [u8])>),
}

impl Replies {
    /// The way back of a connection.
    pub(super) fn on(stream: TcpStream, delay: Duration) -> io::Result<Self> {
        if delay.is_zero() {
            return Ok(Self::AtOnce(stream, Vec::new()));
        }
        let (replies, due) = mpsc::channel();
        thread::Builder::new()
            .stack_size(STACK)
            .spawn(move || write_when_due(stream, &due))?;
        Ok(Self::Later(delay, replies))
    }

    /// Takes a reply to a command that has just arrived.
    pub(super) fn give(&mut self, reply: &'static [u8]) {
        match self {
            Self::AtOnce(_, waiting) => waiting.extend_from_slice(reply),
            // Where the writer is gone the other side is, and reading will tell.
            Self::Later(delay, replies) => drop(replies.send((now() + *delay, reply))),
        }
    }

    /// Hands over what need not wait.
    pub(super) fn flush(&mut self) -> io::Result<()> {
        if let Self::AtOnce(stream, waiting) = self
            && !waiting.is_empty()
        {
            stream.write_all(waiting)?;
            waiting.clear();
        }
        Ok(())
    }
}

fn write_when_due(mut stream: TcpStream, due: &Receiver<(Instant, &'static [u8])>) -> io::Result<()> {
    let mut next = due.recv().ok();
    let mut together = Vec::new();
    while let Some((time, reply)) = next {
        sleep_until(time);
        together.extend_from_slice(reply);
        // What has become due meanwhile leaves with it, as one packet.
        next = due.try_recv().ok();
        while let Some((_, reply)) = next.take_if(|(time, _)| *time <= now()) {
            together.extend_from_slice(reply);
            next = due.try_recv().ok();
        }
        stream.write_all(&together)?;
        together.clear();
        next = next.or_else(|| due.recv().ok());
    }
    stream.shutdown(Shutdown::Write)
}

#[expect(clippy::disallowed_methods, reason = "a network's delay is what is imitated")]
fn sleep_until(time: Instant) {
    thread::sleep(time.saturating_duration_since(now()));
}
