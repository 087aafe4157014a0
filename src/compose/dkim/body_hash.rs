//! The hash of a message's body.

use aws_lc_rs::digest::{Context, SHA256};
use memchr::{memchr, memmem};

/// SHA-256 of a body in its relaxed form (RFC 6376 section 3.4.4): each run of white space as one space, none at the ends of lines, no empty lines at the end. Lines end in
/// CRLF.
///
/// Bodies that quoted-printable made hold no tab, and no space before the end of a line: then only runs of spaces are sought, and what lies between is hashed as it is.
pub fn body_hash(body: &[u8]) -> [u8; 32] {
    let mut hash = Context::new(&SHA256);
    let body = without_empty_end(body);
    let plain = memchr(b'\t', body).is_none() && memmem::find(body, b" \r\n").is_none();
    if plain {
        hash_by_runs(body, &mut hash);
    } else {
        body.split_inclusive(|byte| *byte == b'\n')
            .for_each(|line| hash_line(line, &mut hash));
    }
    let mut octets = [0; 32];
    octets.copy_from_slice(hash.finish().as_ref());
    octets
}

fn hash_by_runs(body: &[u8], hash: &mut Context) {
    let finder = memmem::Finder::new(b"  ");
    let mut rest = body;
    while let Some(at) = finder.find(rest) {
        hash.update(&rest[..=at]);
        let run = rest[at..].iter().take_while(|byte| **byte == b' ').count();
        rest = &rest[at + run..];
    }
    hash.update(rest);
}

fn hash_line(line: &[u8], hash: &mut Context) {
    let content = line.strip_suffix(b"\r\n").unwrap_or(line);
    let mut words = content.split(|byte| matches!(byte, b' ' | b'\t'));
    // White space at the start of a line stays, as one space.
    hash.update(words.next().unwrap_or_default());
    for word in words.filter(|word| !word.is_empty()) {
        hash.update(b" ");
        hash.update(word);
    }
    hash.update(&line[content.len()..]);
}

/// The body without the empty lines at its end; lines of nothing but white space are empty. A body of nothing else is nothing.
fn without_empty_end(body: &[u8]) -> &[u8] {
    let mut end = body.len();
    loop {
        let Some(line_end) = body[..end].strip_suffix(b"\r\n") else {
            return &body[..end];
        };
        let start = memchr::memrchr(b'\n', line_end).map_or(0, |at| at + 1);
        let blank = line_end[start..].iter().all(|byte| matches!(byte, b' ' | b'\t'));
        if !blank {
            return &body[..end];
        }
        end = start;
    }
}
