//! Pieces of quoted-printable that can stand next to each other in any order.

use encodify::qp;
use memchr::memchr;

use crate::foundation::every_byte;
use crate::message::Octets;

/// The longest encoded line, the `=` of a soft break included (RFC 2045 section 6.7, rule 5).
const LONGEST: usize = 76;
const SOFT_BREAK: &str = "=\r\n";
/// A longer line is broken, also where its end needs no `=`.
const UNBROKEN: usize = LONGEST - 1;
/// A line of so many octets has room for what may have to be encoded at its beginning, and for the `=` that keeps it open.
const ROOMY: usize = 70;

/// Encodes a text as whole lines: a soft break ends the last one where the text does not end in a line break itself.
///
/// CRLF, CR and LF all become CRLF. No encoded line begins with a dot, so nothing has to be stuffed (RFC 5321 section 4.5.2), nor
/// with `From `, which some mailboxes take for the start of another message. Nothing for an empty text.
pub(super) fn encode(text: &str) -> String {
    let unified;
    let text = if text.contains('\r') {
        unified = text.replace("\r\n", "\n").replace('\r', "\n");
        &unified
    } else {
        text
    };
    let encoded = qp::BODY.encode(text);
    let mut out = String::with_capacity(encoded.len() + encoded.len() / 32 + SOFT_BREAK.len());
    let mut rest = encoded.as_str();
    while let Some((line, after)) = rest.split_once("\r\n") {
        push_line(line, &mut out);
        out.push_str("\r\n");
        rest = after;
    }
    if !rest.is_empty() {
        push_open_line(rest, &mut out);
    }
    out
}

/// Encodes a text at the end of a buffer, as [`encode`] does.
pub(super) fn encode_into(text: &str, out: &mut Vec<u8>) {
    let begun = out.len();
    if push_plain(text.as_bytes(), out).is_none() {
        out.truncate(begun);
        out.extend_from_slice(encode(text).as_bytes());
    }
}

/// Adds a text whose lines are short and hold nothing to encode, as those of most values and paragraphs do; `None` for any other.
fn push_plain(text: &[u8], out: &mut Vec<u8>) -> Option<()> {
    let is_plain = |byte| matches!(byte, b' '..=b'~' | b'\n') && byte != b'=';
    if !every_byte(text, is_plain) {
        return None;
    }
    let mut rest = text;
    while let Some(end) = memchr(b'\n', rest) {
        push_plain_line(&rest[..end], UNBROKEN, "\r\n", out)?;
        rest = &rest[end + 1..];
    }
    if rest.is_empty() {
        return None;
    }
    push_plain_line(rest, ROOMY, SOFT_BREAK, out)
}

fn push_plain_line(line: &[u8], longest: usize, end: &str, out: &mut Vec<u8>) -> Option<()> {
    let fits = line.len() <= longest
        && !line.starts_with(b".")
        && !line.starts_with(b"From ")
        && !line.ends_with(b" ");
    out.extend_from_slice(fits.then_some(line)?);
    out.extend_from_slice(end.as_bytes());
    Some(())
}

/// Ends an encoded part: its text always ends in a line break, and the part never in a soft one.
pub(super) fn close(part: &mut Octets) {
    if part.ends_with(SOFT_BREAK.as_bytes()) {
        part.shorten(SOFT_BREAK.len());
        part.add(b"\r\n");
    }
}

/// One encoded line without its end, its first character encoded where it must be, and broken softly where that makes it too long.
fn push_line(mut line: &str, out: &mut String) {
    loop {
        let escaped = match line.as_bytes() {
            [b'.', ..] => "=2E",
            [b'F', b'r', b'o', b'm', b' ', ..] => "=46",
            _ => break,
        };
        out.push_str(escaped);
        line = &line[1..];
        if escaped.len() + line.len() <= LONGEST {
            break;
        }
        out.push_str(SOFT_BREAK);
    }
    out.push_str(line);
}

/// A last line, which needs room for the `=` that keeps it open.
fn push_open_line(line: &str, out: &mut String) {
    let mut rest = line;
    if line.len() > ROOMY {
        let (head, tail) = line.split_at(whole_escapes(line, ROOMY));
        push_line(head, out);
        out.push_str(SOFT_BREAK);
        rest = tail;
    }
    push_line(rest, out);
    out.push_str(SOFT_BREAK);
}

/// The last place at or before `at` that does not part an `=XX`.
fn whole_escapes(line: &str, at: usize) -> usize {
    (at - 2..at).find(|&i| line.as_bytes()[i] == b'=').unwrap_or(at)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn lines_about_as_long_as_can_be_are_encoded_as_anything_else() {
        for length in 68..80 {
            let line = "a".repeat(length);
            for text in [line.clone(), format!("{line}\nb"), format!("b\n{line}")] {
                let mut out = Vec::new();
                encode_into(&text, &mut out);
                assert_eq!(String::from_utf8(out).unwrap(), encode(&text), "{length}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_plain_is_encoded_as_anything_else(text in "([ -~]{0,80}|[.=F \t]?[a-z ]{0,75}[ .]?|From [a-z]{0,9}|\n|\r\n){0,3}") {
            let mut out = Vec::new();
            encode_into(&text, &mut out);
            prop_assert_eq!(String::from_utf8(out).unwrap(), encode(&text));
        }
    }
}
