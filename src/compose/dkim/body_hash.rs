//! The hash of a message's body.

use aws_lc_rs::digest::{Context, SHA256};
use memchr::{memchr, memmem, memrchr};

/// SHA-256 of a body in its relaxed form (RFC 6376 section 3.4.4): each run of white space as one space, none at the ends of lines, no empty lines at the end. Lines end in
/// CRLF.
pub fn body_hash(body: &[u8]) -> [u8; 32] {
    let mut hash = BodyHash::new();
    hash.add(body);
    hash.finish()
}

/// [`body_hash`] of a body in parts.
///
/// Bodies that quoted-printable made hold no tab, and no space before the end of a line: then only runs of spaces are sought, and what lies between is hashed as it is.
pub struct BodyHash {
    hash: Context,
    /// Empty lines that count only where something follows.
    empty_lines: usize,
    /// The beginning of a line whose end has not come.
    open_line: Vec<u8>,
}

impl BodyHash {
    /// That of nothing.
    pub fn new() -> Self {
        Self {
            hash: Context::new(&SHA256),
            empty_lines: 0,
            open_line: Vec::new(),
        }
    }

    /// Adds a part, which may end anywhere.
    pub fn add(&mut self, mut part: &[u8]) {
        if !self.open_line.is_empty() {
            let end = memchr(b'\n', part).map_or(part.len(), |at| at + 1);
            self.open_line.extend_from_slice(&part[..end]);
            part = &part[end..];
            if !self.open_line.ends_with(b"\n") {
                return;
            }
            let line = std::mem::take(&mut self.open_line);
            self.add_line(&line);
        }
        let end = memrchr(b'\n', part).map_or(0, |at| at + 1);
        self.add_lines(&part[..end]);
        self.open_line.extend_from_slice(&part[end..]);
    }

    /// The hash.
    pub fn finish(mut self) -> [u8; 32] {
        let line = std::mem::take(&mut self.open_line);
        self.add_line(&line);
        let mut octets = [0; 32];
        octets.copy_from_slice(self.hash.finish().as_ref());
        octets
    }

    fn add_lines(&mut self, lines: &[u8]) {
        if is_tidy(lines) {
            self.add_text(lines, |text, hash| hash.update(text));
        } else if memchr(b'\t', lines).is_none() && memmem::find(lines, b" \r\n").is_none() {
            self.add_text(lines, hash_by_runs);
        } else {
            lines
                .split_inclusive(|byte| *byte == b'\n')
                .for_each(|line| self.add_line(line));
        }
    }

    /// Adds lines among which the empty ones hold nothing at all.
    fn add_text(&mut self, lines: &[u8], add: impl FnOnce(&[u8], &mut Context)) {
        let mut text = lines;
        while let Some(rest) = text.strip_suffix(b"\r\n")
            && (rest.is_empty() || rest.ends_with(b"\r\n"))
        {
            text = rest;
        }
        if !text.is_empty() {
            self.add_empty_lines();
            add(text, &mut self.hash);
        }
        self.empty_lines += (lines.len() - text.len()) / 2;
    }

    fn add_line(&mut self, line: &[u8]) {
        let content = line.strip_suffix(b"\r\n").unwrap_or(line);
        if content.iter().all(|byte| is_space(*byte)) {
            self.empty_lines += usize::from(content.len() < line.len());
            return;
        }
        self.add_empty_lines();
        let mut words = content.split(|byte| is_space(*byte));
        // White space at the start of a line stays, as one space.
        self.hash.update(words.next().unwrap_or_default());
        for word in words.filter(|word| !word.is_empty()) {
            self.hash.update(b" ");
            self.hash.update(word);
        }
        self.hash.update(&line[content.len()..]);
    }

    fn add_empty_lines(&mut self) {
        for _ in 0..std::mem::take(&mut self.empty_lines) {
            self.hash.update(b"\r\n");
        }
    }
}

impl Default for BodyHash {
    fn default() -> Self {
        Self::new()
    }
}

fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// Whether the relaxed form of lines is what they are. Looks at every octet, and never stops early: so the compiler can look at many at once.
fn is_tidy(lines: &[u8]) -> bool {
    let behind = lines.get(1..).unwrap_or_default();
    let untidy = lines.iter().zip(behind).fold(0, |found: u8, (byte, next)| {
        let run = u8::from(*byte == b' ') & (u8::from(*next == b' ') | u8::from(*next == b'\r'));
        found | run | u8::from(*byte == b'\t')
    });
    untidy == 0
}

fn hash_by_runs(lines: &[u8], hash: &mut Context) {
    let finder = memmem::Finder::new(b"  ");
    let mut rest = lines;
    while let Some(at) = finder.find(rest) {
        hash.update(&rest[..=at]);
        let run = rest[at..].iter().take_while(|byte| **byte == b' ').count();
        rest = &rest[at + run..];
    }
    hash.update(rest);
}
