//! Lines and messages off the wire, bounded.

use std::io;
use std::time::Duration;

use tokio::io::{AsyncBufRead, AsyncBufReadExt};
use tokio::time::timeout;

/// The longest line of commands or of text that is kept; longer ones are read to their end and dropped. RFC 5321 section 4.5.3.1 asks for 512
/// and 1000 at least.
const LONGEST_LINE: usize = 8192;
/// What SIZE announces.
pub(super) const LARGEST_MESSAGE: usize = 50 * 1024 * 1024;
/// A client that says nothing for so long has gone (section 4.5.3.2.7).
const SILENCE: Duration = Duration::from_mins(5);

/// One line as it came.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Without its CRLF.
    Whole(Vec<u8>),
    /// Too long, or not ended by CRLF: a bare LF is no end of a line (smuggled commands hide behind such).
    Bad,
    /// The client closed the connection.
    End,
}

/// Reads one command line.
pub(super) async fn read_line(reader: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Line> {
    let mut line = Vec::new();
    if !read_piece(reader, &mut line, LONGEST_LINE).await? {
        return Ok(Line::End);
    }
    if line.len() <= LONGEST_LINE && line.ends_with(b"\r\n") {
        line.truncate(line.len() - 2);
        Ok(Line::Whole(line))
    } else {
        Ok(Line::Bad)
    }
}

/// A message's text, dots unstuffed, lines ended by CRLF; `None` where it is larger than [`LARGEST_MESSAGE`]. Only CRLF `.` CRLF ends it.
pub(super) async fn read_message(reader: &mut (impl AsyncBufRead + Unpin)) -> io::Result<Option<Vec<u8>>> {
    let mut message = Vec::new();
    let mut fits = true;
    let mut at_start = true;
    loop {
        let mut line = Vec::new();
        if !read_piece(reader, &mut line, LARGEST_MESSAGE).await? {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if at_start && line == b".\r\n" {
            return Ok(fits.then_some(message));
        }
        let stuffed = at_start && line.starts_with(b".");
        at_start = line.ends_with(b"\r\n");
        fits &= message.len() + line.len() <= LARGEST_MESSAGE;
        if fits {
            message.extend_from_slice(&line[usize::from(stuffed)..]);
        } else {
            message = Vec::new();
        }
    }
}

/// Reads through the next LF; at most `most` octets and one more are kept. `false` at the end.
async fn read_piece(
    reader: &mut (impl AsyncBufRead + Unpin),
    line: &mut Vec<u8>,
    most: usize,
) -> io::Result<bool> {
    loop {
        let available = timeout(SILENCE, reader.fill_buf())
            .await
            .map_err(|_| io::Error::from(io::ErrorKind::TimedOut))??;
        if available.is_empty() {
            return Ok(false);
        }
        let end = available.iter().position(|byte| *byte == b'\n');
        let count = end.map_or(available.len(), |end| end + 1);
        let room = (most + 1).saturating_sub(line.len());
        line.extend_from_slice(&available[..count.min(room)]);
        reader.consume(count);
        if end.is_some() {
            return Ok(true);
        }
    }
}
