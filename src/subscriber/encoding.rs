//! Which encoding a list was saved in, and reading it as UTF-8.

use std::io::{self, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};

const CHUNK: usize = 64 * 1024;

/// What a file's bytes are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bytes {
    /// Text.
    Text(&'static Encoding),
    /// A zip archive or an OLE file: a spreadsheet's own format.
    Spreadsheet,
}

/// Finds out what `file` holds. `again` gives it from its start once more; a file that is UTF-8 is read once and never held in memory.
pub(super) fn sniff<R: Read>(file: R, again: impl FnOnce() -> io::Result<R>) -> io::Result<Bytes> {
    let mut tally = Utf8Tally::default();
    let mut first = true;
    let mut known = None;
    each_chunk(file, |chunk| {
        if std::mem::take(&mut first) {
            known = by_its_first_bytes(chunk);
        }
        tally.take(chunk);
        known.is_none()
    })?;
    if let Some(known) = known {
        return Ok(known);
    }
    if tally.is_utf8() {
        return Ok(Bytes::Text(UTF_8));
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    each_chunk(again()?, |chunk| {
        detector.feed(chunk, false);
        true
    })?;
    detector.feed(b"", true);
    Ok(Bytes::Text(detector.guess(None, Utf8Detection::Deny)))
}

/// Calls `take` with one piece after another until it has seen enough. Each piece is full but for the last.
fn each_chunk(mut file: impl Read, mut take: impl FnMut(&[u8]) -> bool) -> io::Result<()> {
    let mut buffer = vec![0; CHUNK];
    loop {
        let mut filled = 0;
        while filled < CHUNK {
            match file.read(&mut buffer[filled..]) {
                Ok(0) => break,
                Ok(count) => filled += count,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        if filled == 0 || !take(&buffer[..filled]) {
            return Ok(());
        }
    }
}

fn by_its_first_bytes(bytes: &[u8]) -> Option<Bytes> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Some(Bytes::Spreadsheet);
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(Bytes::Text(encoding));
    }
    // UTF-16 without its mark: of commas, spaces and Latin letters every other byte is zero. No other text has any.
    let sample = &bytes[..bytes.len().min(512)];
    let zeros = |parity: usize| {
        sample
            .iter()
            .skip(parity)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    let regular = even.max(odd) >= even.min(odd) * 9;
    if sample.len() < 8 || (even + odd) * 10 < sample.len() || !regular {
        return None;
    }
    Some(Bytes::Text(if odd > even { UTF_16LE } else { UTF_16BE }))
}

/// Whether bytes are UTF-8 as a whole. One bad byte in a large file does not make all its other letters something else.
#[derive(Debug, Default)]
struct Utf8Tally {
    /// The beginning of a character whose end is in the next piece.
    carried: Vec<u8>,
    letters: usize,
    faults: usize,
}

impl Utf8Tally {
    fn take(&mut self, piece: &[u8]) {
        if self.carried.is_empty() && piece.is_ascii() {
            return;
        }
        let mut bytes = std::mem::take(&mut self.carried);
        bytes.extend_from_slice(piece);
        let mut at = 0;
        for chunk in bytes.utf8_chunks() {
            self.letters += chunk.valid().bytes().filter(|byte| *byte >= 0xC0).count();
            at += chunk.valid().len() + chunk.invalid().len();
            let unfinished = at == bytes.len() && is_beginning(chunk.invalid());
            if unfinished {
                self.carried = chunk.invalid().to_vec();
            } else if !chunk.invalid().is_empty() {
                self.faults += 1;
            }
        }
    }

    fn is_utf8(&self) -> bool {
        let faults = self.faults + usize::from(!self.carried.is_empty());
        faults == 0 || self.letters > faults * 10
    }
}

fn is_beginning(bytes: &[u8]) -> bool {
    !bytes.is_empty() && std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none())
}

/// A reader of text in any encoding as UTF-8, without its byte order mark. What cannot be read becomes U+FFFD.
pub(super) struct Decoded<R> {
    inner: R,
    decoder: Decoder,
    buffer: Vec<u8>,
    start: usize,
    end: usize,
    at_end: bool,
    finished: bool,
}

impl<R: Read> Decoded<R> {
    pub(super) fn new(inner: R, encoding: &'static Encoding) -> Self {
        Self {
            inner,
            decoder: encoding.new_decoder_with_bom_removal(),
            buffer: vec![0; CHUNK],
            start: 0,
            end: 0,
            at_end: false,
            finished: false,
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    /// Wants room for one character at least: eight bytes.
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            if self.finished || out.is_empty() {
                return Ok(0);
            }
            if self.start == self.end && !self.at_end {
                self.start = 0;
                self.end = self.inner.read(&mut self.buffer)?;
                self.at_end = self.end == 0;
            }
            let input = &self.buffer[self.start..self.end];
            let (result, read, written, _) = self.decoder.decode_to_utf8(input, out, self.at_end);
            self.start += read;
            self.finished = self.at_end && result == encoding_rs::CoderResult::InputEmpty;
            if written > 0 {
                return Ok(written);
            }
            if result == encoding_rs::CoderResult::OutputFull && read == 0 {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidInput,
                    "no room for one character",
                ));
            }
        }
    }
}
