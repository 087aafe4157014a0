//! lettre as its documentation shows it: a pool of connections, and a message built for each reader.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread::{self, ScopedJoinHandle};

use lettre::message::MultiPart;
use lettre::transport::smtp::PoolConfig;
use lettre::{Message, SmtpTransport, Transport as _};

use crate::filled::{Filled, Piece, pieces};

/// What is sent, and which copy is next.
struct Work {
    transport: SmtpTransport,
    html: Vec<Piece>,
    text: Vec<Piece>,
    next: AtomicU64,
    count: u64,
}

/// Sends `count` copies of a marked letter from as many threads as there are connections.
pub(crate) fn send(
    port: u16,
    connections: u32,
    count: u64,
    letter: &Path,
) -> Result<(), Box<dyn Error + Send + Sync>> {
    let pool = PoolConfig::new().max_size(connections);
    let work = Work {
        transport: SmtpTransport::builder_dangerous("127.0.0.1")
            .port(port)
            .pool_config(pool)
            .build(),
        html: pieces(&fs::read_to_string(letter.join("letter.html"))?),
        text: pieces(&fs::read_to_string(letter.join("letter.txt"))?),
        next: AtomicU64::new(0),
        count,
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..connections).map(|_| scope.spawn(|| work.send())).collect();
        let mut joined = threads.into_iter().map(ScopedJoinHandle::join);
        joined.try_for_each(|done| done.unwrap_or_else(|_| Err("a sender broke down".into())))
    })
}

impl Work {
    fn send(&self) -> Result<(), Box<dyn Error + Send + Sync>> {
        loop {
            let number = self.next.fetch_add(1, Relaxed);
            if number >= self.count {
                return Ok(());
            }
            self.transport.send(&self.message(&Filled::of(number))?)?;
        }
    }

    fn message(&self, reader: &Filled) -> Result<Message, Box<dyn Error + Send + Sync>> {
        let parts = MultiPart::alternative_plain_html(reader.letter(&self.text), reader.letter(&self.html));
        let message = Message::builder()
            .from("Measured Weekly <weekly@example.org>".parse()?)
            .to(format!("{} <{}>", reader.name, reader.address).parse()?)
            .subject("The week")
            .multipart(parts)?;
        Ok(message)
    }
}
