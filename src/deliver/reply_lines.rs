//! What the server says, line by line.

use std::collections::VecDeque;
use std::io;

use memchr::memchr;
use tokio::io::ReadBuf;

use crate::message::Reply;

/// No line of a reply is longer (RFC 5321 section 4.5.3.1.5 says 512; servers write more).
const LONGEST_LINE: usize = 8192;
/// What is kept of a line; lettre takes at most 1000 octets.
const KEPT: usize = 900;
/// No reply has more lines.
const MOST_LINES: usize = 200;

/// Replies on their way from the socket.
///
/// While a connection is set up, lettre reads them. It is given one line at a time, so that it never holds anything we have not seen, in the form it understands: valid UTF-8, a space after
/// a bare code, CRLF after a bare LF, a second digit it knows. The full reply is kept here. From then on whole replies are [taken](ReplyLines::take).
#[derive(Debug, Default)]
pub(super) struct ReplyLines {
    raw: Vec<u8>,
    ready: VecDeque<Line>,
    heard: Vec<Line>,
    giving: Vec<u8>,
    given: usize,
}

#[derive(Debug)]
struct Line {
    /// `None` for what is no reply line.
    code: Option<u16>,
    last: bool,
    text: String,
}

impl ReplyLines {
    /// Takes bytes from the socket.
    pub(super) fn push(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.raw.extend_from_slice(bytes);
        let mut parsed = 0;
        while let Some(end) = memchr(b'\n', &self.raw[parsed..]) {
            if end > LONGEST_LINE {
                return Err(invalid("a line of the reply is too long"));
            }
            self.ready
                .push_back(Line::parse(&self.raw[parsed..=parsed + end]));
            parsed += end + 1;
        }
        self.raw.drain(..parsed);
        if self.raw.len() > LONGEST_LINE {
            return Err(invalid("a line of the reply is too long"));
        }
        if self.ready.len() > MOST_LINES {
            return Err(invalid("the reply has too many lines"));
        }
        Ok(())
    }

    /// Whether nothing is here that nobody has asked for yet.
    pub(super) fn is_empty(&self) -> bool {
        self.raw.is_empty() && self.ready.is_empty() && self.given == self.giving.len()
    }

    /// Whether a whole reply waits.
    pub(super) fn holds_reply(&self) -> bool {
        self.ready.iter().any(|line| line.last)
    }

    /// Gives (part of) the next line; `false` where there is none.
    pub(super) fn give(&mut self, buffer: &mut ReadBuf<'_>) -> bool {
        if self.given == self.giving.len() {
            let Some(line) = self.ready.pop_front() else {
                return false;
            };
            self.giving = line.for_lettre().into_bytes();
            self.given = 0;
            if self.heard.last().is_some_and(|before| before.last) || self.heard.len() >= MOST_LINES {
                self.heard.clear();
            }
            self.heard.push(line);
        }
        let rest = &self.giving[self.given..];
        let part = &rest[..rest.len().min(buffer.remaining())];
        buffer.put_slice(part);
        self.given += part.len();
        true
    }

    /// Takes the reply that waits. The error is what was heard, where that is no reply.
    pub(super) fn take(&mut self) -> Result<Reply, String> {
        self.heard.clear();
        // Nearly all are of one line.
        let is_whole = |line: &mut Line| line.last && line.code.is_some();
        if let Some(line) = self.ready.pop_front_if(is_whole)
            && let Some(code) = line.code
        {
            return Ok(Reply::new(code, line.text));
        }
        while let Some(line) = self.ready.pop_front() {
            let last = line.last;
            self.heard.push(line);
            if last {
                break;
            }
        }
        // RFC 5321 section 4.2.1: every line has the same code.
        let alike = self.heard.windows(2).all(|pair| pair[0].code == pair[1].code);
        self.reply()
            .filter(|_| alike)
            .ok_or_else(|| self.unreadable().unwrap_or_default())
    }

    /// Forgets the last reply, so that the next cannot be mistaken for it.
    pub(super) fn forget(&mut self) {
        self.heard.clear();
    }

    /// What was heard, where it ended and yet is no reply: lettre has refused it.
    pub(super) fn unreadable(&self) -> Option<String> {
        self.heard.last().filter(|line| line.last)?;
        let lines = self.heard.iter().map(|line| match line.code {
            Some(code) => format!("{code} {}", line.text),
            None => line.text.clone(),
        });
        let text = lines.collect::<Vec<_>>().join(" ");
        let text = text.replace(char::is_control, " ");
        Some(text[..text.floor_char_boundary(100)].to_owned())
    }

    /// The texts of the last reply's lines.
    pub(super) fn heard(&self) -> impl Iterator<Item = &str> {
        self.heard.iter().map(|line| line.text.as_str())
    }

    /// The last reply.
    pub(super) fn reply(&self) -> Option<Reply> {
        let code = self.heard.last().filter(|line| line.last)?.code?;
        let mut texts = self.heard();
        let first = texts.next().unwrap_or_default();
        if self.heard.len() == 1 {
            return Some(Reply::new(code, first));
        }
        let status = Reply::new(code, first).enhanced.map(|code| format!("{code} "));
        let mut text = first.to_owned();
        for line in texts {
            // RFC 2034 section 4: every line repeats the enhanced code.
            let repeated = status.as_deref().and_then(|status| line.strip_prefix(status));
            text.push(' ');
            text.push_str(repeated.unwrap_or(line));
        }
        Some(Reply::new(code, &text))
    }
}

impl Line {
    fn parse(line: &[u8]) -> Self {
        let text = String::from_utf8_lossy(line);
        let text = text.trim_end_matches(['\r', '\n']);
        let text = &text[..text.floor_char_boundary(KEPT)];
        let code = text
            .get(..3)
            .filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
            .and_then(|digits| digits.parse::<u16>().ok())
            .filter(|code| (200..600).contains(code));
        let separator = text.as_bytes().get(3);
        if code.is_none() || !matches!(separator, None | Some(b' ' | b'-')) {
            return Self {
                code: None,
                last: true,
                text: text.to_owned(),
            };
        }
        Self {
            code,
            last: separator != Some(&b'-'),
            text: text.get(4..).unwrap_or_default().to_owned(),
        }
    }

    /// lettre knows second digits up to 5 only. What it is told instead does not matter beyond the first digit (RFC 5321 section 4.3.2):
    /// the reply that counts is [`ReplyLines::reply`].
    fn for_lettre(&self) -> String {
        let Some(code) = self.code else {
            return format!("{}\r\n", self.text);
        };
        let known = if code / 10 % 10 > 5 {
            code / 100 * 100 + 50
        } else {
            code
        };
        let separator = if self.last { ' ' } else { '-' };
        format!("{known}{separator}{}\r\n", self.text)
    }
}

fn invalid(reason: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, reason)
}
