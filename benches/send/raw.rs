//! The upper bound: a sender that does nothing but write what was made before.
//!
//! The end of a message and the envelope of the next form one group (RFC 2920, section 3.1), so that a message costs one round trip. There is no ledger,
//! no pace, no timeout, and any answer but the one expected ends it.

use std::error::Error;
use std::fs;
use std::io::{self, BufRead as _, BufReader, IoSlice, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};
use std::thread::{self, ScopedJoinHandle};

use crate::filled::{Filled, Piece, pieces};

/// What is sent, and which copy is next.
struct Work {
    pieces: Vec<Piece>,
    next: AtomicU64,
    count: u64,
}

impl Work {
    fn take(&self) -> Option<u64> {
        Some(self.next.fetch_add(1, Relaxed)).filter(|number| *number < self.count)
    }
}

/// Sends `count` copies of a marked letter over so many connections.
pub(crate) fn send(port: u16, connections: usize, count: u64, letter: &Path) -> Result<(), Box<dyn Error>> {
    let work = Work {
        pieces: pieces(&on_the_wire(&fs::read_to_string(letter)?)),
        next: AtomicU64::new(0),
        count,
    };
    thread::scope(|scope| {
        let threads: Vec<_> = (0..connections)
            .map(|_| scope.spawn(|| Connection::open(port)?.send(&work)))
            .collect();
        let mut joined = threads.into_iter().map(ScopedJoinHandle::join);
        joined.try_for_each(|done| match done {
            Ok(sent) => Ok(sent?),
            Err(_) => Err("a sender broke down".into()),
        })
    })
}

/// Lines end in CRLF, and one that begins with a dot gets another (RFC 5321, section 4.5.2).
fn on_the_wire(text: &str) -> String {
    let lines = text.lines().map(|line| match line.strip_prefix('.') {
        Some(rest) => format!("..{rest}\r\n"),
        None => format!("{line}\r\n"),
    });
    lines.collect()
}

struct Connection {
    out: TcpStream,
    replies: BufReader<TcpStream>,
    line: Vec<u8>,
}

impl Connection {
    fn open(port: u16) -> io::Result<Self> {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_nodelay(true)?;
        let mut connection = Self {
            out: stream.try_clone()?,
            replies: BufReader::new(stream),
            line: Vec::new(),
        };
        connection.expect(b"2")?;
        connection.out.write_all(b"EHLO raw.example.org\r\n")?;
        connection.expect(b"2")?;
        Ok(connection)
    }

    fn send(mut self, work: &Work) -> io::Result<()> {
        let mut group = Vec::new();
        let mut current = work.take();
        if let Some(number) = current {
            begin(number, &mut group)?;
            self.out.write_all(&group)?;
            self.expect(b"223")?;
        }
        while let Some(number) = current {
            let filled = Filled::of(number);
            let next = work.take();
            group.clear();
            group.extend_from_slice(b".\r\n");
            if let Some(next) = next {
                begin(next, &mut group)?;
            }
            let mut slices: Vec<IoSlice<'_>> = work
                .pieces
                .iter()
                .map(|piece| IoSlice::new(filled.text(piece).as_bytes()))
                .chain([IoSlice::new(&group)])
                .collect();
            self.write(&mut slices)?;
            self.expect(if next.is_some() { b"2223" } else { b"2" })?;
            current = next;
        }
        self.out.write_all(b"QUIT\r\n")?;
        self.expect(b"2")
    }

    fn write(&mut self, mut slices: &mut [IoSlice<'_>]) -> io::Result<()> {
        while !slices.is_empty() {
            let written = self.out.write_vectored(slices)?;
            IoSlice::advance_slices(&mut slices, written);
        }
        Ok(())
    }

    /// Awaits replies that begin with these digits.
    fn expect(&mut self, digits: &[u8]) -> io::Result<()> {
        for digit in digits {
            loop {
                self.line.clear();
                self.replies.read_until(b'\n', &mut self.line)?;
                if self.line.first() != Some(digit) {
                    let said = String::from_utf8_lossy(&self.line);
                    return Err(io::Error::other(format!("unexpected reply: {said}")));
                }
                if self.line.get(3) != Some(&b'-') {
                    break;
                }
            }
        }
        Ok(())
    }
}

/// The envelope of a message, up to DATA.
fn begin(number: u64, group: &mut Vec<u8>) -> io::Result<()> {
    let address = crate::publication::address(number);
    write!(
        group,
        "MAIL FROM:<bounces@example.org>\r\nRCPT TO:<{address}>\r\nDATA\r\n"
    )
}
