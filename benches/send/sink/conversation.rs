//! One connection, from greeting to QUIT.

use std::io::{self, Read as _};
use std::net::TcpStream;
use std::time::Duration;

use memchr::memchr;
use memchr::memmem::Finder;

use super::deferrals::Deferrals;
use super::replies::Replies;
use super::tally::Tally;

const GREETING: &[u8] = b"220 sink.example.org ESMTP\r\n";
const OFFER: &[u8] = b"250-sink.example.org\r\n250-PIPELINING\r\n250-SIZE 52428800\r\n250-8BITMIME\r\n250-ENHANCEDSTATUSCODES\r\n\
    250-SMTPUTF8\r\n250 DSN\r\n";
const DONE: &[u8] = b"250 2.0.0 done\r\n";
const GO_ON: &[u8] = b"354 end with a dot\r\n";
const LATER: &[u8] = b"450 4.2.0 later\r\n";
const NOBODY: &[u8] = b"554 5.5.1 no recipient\r\n";
const GOODBYE: &[u8] = b"221 2.0.0 goodbye\r\n";
const UNKNOWN: &[u8] = b"500 5.5.2 unknown\r\n";
/// What ends a message, with the line break before it (RFC 5321, section 4.1.1.4).
const TERMINATOR: &[u8] = b"\r\n.\r\n";
/// How much is read at once, at most.
const ROOM: usize = 256 * 1024;

/// One connection. What has been read and not yet understood is `buffer[begin..end]`.
pub(super) struct Conversation<'a> {
    stream: TcpStream,
    replies: Replies,
    tally: &'a Tally,
    deferrals: &'a Deferrals,
    terminator: Finder<'static>,
    buffer: Vec<u8>,
    begin: usize,
    end: usize,
    /// How many bytes of a message have been read, while one is read.
    message: Option<u64>,
    /// The recipient was refused.
    refused: bool,
}

impl<'a> Conversation<'a> {
    /// Somebody has connected.
    pub(super) fn begin(
        stream: TcpStream,
        delay: Duration,
        tally: &'a Tally,
        deferrals: &'a Deferrals,
    ) -> io::Result<Self> {
        stream.set_nodelay(true)?;
        let mut replies = Replies::on(stream.try_clone()?, delay)?;
        replies.give(GREETING);
        Ok(Self {
            stream,
            replies,
            tally,
            deferrals,
            terminator: Finder::new(TERMINATOR),
            buffer: vec![0; ROOM],
            begin: 0,
            end: 0,
            message: None,
            refused: false,
        })
    }

    /// Answers until the other side goes.
    pub(super) fn hold(mut self) -> io::Result<()> {
        let mut open = true;
        while open {
            open = self.understand();
            self.replies.flush()?;
            open = open && self.read()?;
        }
        Ok(())
    }

    /// Answers what has been read; whether the conversation goes on.
    fn understand(&mut self) -> bool {
        loop {
            let understood = match self.message {
                Some(bytes) => self.content(bytes),
                None => match self.command() {
                    Some(GOODBYE) => return false,
                    reply => reply.is_some(),
                },
            };
            if !understood {
                return true;
            }
        }
    }

    /// Reads a message on, of which so many bytes have been read; whether it has come to its end.
    fn content(&mut self, bytes: u64) -> bool {
        let unread = &self.buffer[self.begin..self.end];
        let found = self.terminator.find(unread);
        // A terminator that has come in part may end with what comes next.
        let step = match found {
            Some(at) => at + TERMINATOR.len(),
            None => unread.len().saturating_sub(TERMINATOR.len() - 1),
        };
        self.begin += step;
        let bytes = bytes + step as u64;
        if found.is_some() {
            // The line break of DATA stands before the first line, and is not part of it.
            self.tally.took(bytes.saturating_sub(2));
            self.replies.give(DONE);
            self.message = None;
        } else {
            self.message = Some(bytes);
        }
        found.is_some()
    }

    /// Answers a command, where a whole line of it is there; what it was answered.
    fn command(&mut self) -> Option<&'static [u8]> {
        let unread = &self.buffer[self.begin..self.end];
        let line = &unread[..memchr(b'\n', unread)?];
        let verb: Vec<u8> = line.iter().take(4).map(u8::to_ascii_uppercase).collect();
        let reply = match verb.as_slice() {
            b"EHLO" => OFFER,
            b"RCPT" if self.deferrals.concern(line) => LATER,
            b"HELO" | b"MAIL" | b"RCPT" | b"RSET" | b"NOOP" => DONE,
            b"DATA" if self.refused => NOBODY,
            b"DATA" => GO_ON,
            b"QUIT" => GOODBYE,
            _ => UNKNOWN,
        };
        self.refused = reply == LATER;
        self.begin += line.len() + 1;
        if reply == GO_ON {
            // The line break that ends DATA may be that of an empty message's terminator.
            self.begin -= 2;
            self.message = Some(0);
        }
        self.replies.give(reply);
        Some(reply)
    }

    /// Reads what there is; whether there is anything.
    fn read(&mut self) -> io::Result<bool> {
        self.buffer.copy_within(self.begin..self.end, 0);
        self.end -= self.begin;
        self.begin = 0;
        let read = self.stream.read(&mut self.buffer[self.end..])?;
        self.end += read;
        Ok(read > 0)
    }
}
