//! The server itself.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use super::conversation::Conversation;
use super::deferrals::Deferrals;
use super::tally::{Tallied, Tally};

/// What a thread that holds one conversation needs.
const STACK: usize = 128 * 1024;

/// A server on a free port of the loopback, with a thread a connection, until it is dropped.
pub(crate) struct Sink {
    address: SocketAddr,
    tally: Arc<Tally>,
    deferrals: Arc<Deferrals>,
    closing: Arc<AtomicBool>,
}

impl Sink {
    /// Starts a server each of whose replies leaves `delay` after its command has arrived.
    pub(crate) fn start(delay: Duration) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let sink = Self {
            address: listener.local_addr()?,
            tally: Arc::new(Tally::begun()),
            deferrals: Arc::default(),
            closing: Arc::default(),
        };
        let (tally, closing) = (Arc::clone(&sink.tally), Arc::clone(&sink.closing));
        let deferrals = Arc::clone(&sink.deferrals);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if closing.load(Ordering::Acquire) {
                    return;
                }
                tally.connected();
                let (tally, deferrals) = (Arc::clone(&tally), Arc::clone(&deferrals));
                // A conversation that breaks off shows as messages that were not counted.
                let _held = thread::Builder::new()
                    .stack_size(STACK)
                    .spawn(move || Conversation::begin(stream, delay, &tally, &deferrals)?.hold());
            }
        });
        Ok(sink)
    }

    /// Its port.
    pub(crate) fn port(&self) -> u16 {
        self.address.port()
    }

    /// Takes note of the process that sends, which has just started.
    pub(crate) fn sender_started(&self, process: u32) {
        self.tally.sender_started(process);
    }

    /// From now on one recipient in [`ONE_IN`](super::ONE_IN) is refused for now, or none any more.
    pub(crate) fn defer_some(&self, some: bool) {
        self.deferrals.last(some);
    }

    /// What has come in so far.
    pub(crate) fn tallied(&self) -> Tallied {
        self.tally.tallied()
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        self.closing.store(true, Ordering::Release);
        // The listener looks up only when somebody comes.
        let _last = TcpStream::connect(self.address);
    }
}
