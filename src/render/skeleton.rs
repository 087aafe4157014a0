//! What a reader sees between one slot and the next, for comparing a page before and after layout.
//!
//! A browser's parser moves what cannot stand where it was written: a paragraph out of a table's row, past the condition that encloses it.
//! The condition would then enclose nothing, and everyone would see the paragraph.

use super::html_walk::Found;

/// Elements that are seen though they hold no text.
const SEEN: [&str; 4] = ["img", "a", "hr", "input"];
/// Elements whose content is never seen.
const UNSEEN: [&str; 2] = ["style", "script"];

/// The letters, digits and visible elements before the first slot, between each and the next, and after the last.
pub(super) fn gaps(html: &str, found: &[Found]) -> Vec<String> {
    let mut letters = Letters {
        html,
        found,
        next: 0,
        gaps: vec![String::new()],
    };
    letters.run();
    letters.gaps
}

/// Whether text beyond ASCII compares: not where it may be written as a named character reference.
pub(super) fn is_plain(html: &str) -> bool {
    // These stand for what is no letter.
    const SIGNS: [&str; 20] = [
        "amp", "lt", "gt", "quot", "apos", "nbsp", "middot", "copy", "hellip", "ndash", "mdash", "lsquo",
        "rsquo", "ldquo", "rdquo", "laquo", "raquo", "bull", "zwnj", "shy",
    ];
    html.match_indices('&').all(|(at, _)| {
        let name = html[at + 1..].split(';').next().unwrap_or_default();
        let is_name = name.len() < 32 && name.starts_with(|c: char| c.is_ascii_alphabetic());
        !is_name || !name.bytes().all(|byte| byte.is_ascii_alphanumeric()) || SIGNS.contains(&name)
    })
}

struct Letters<'a> {
    html: &'a str,
    found: &'a [Found],
    next: usize,
    gaps: Vec<String>,
}

impl Letters<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.html.len() {
            let rest = &self.html[at..];
            let end = if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + 3)
            } else if rest.starts_with('<') {
                self.tag(rest)
            } else if rest.starts_with('&') {
                self.reference(rest)
            } else {
                memchr::memchr2(b'<', b'&', rest.as_bytes()).unwrap_or(rest.len())
            };
            let is_text = !rest.starts_with(['<', '&']);
            self.pass(at, at + end, is_text);
            at += end;
        }
    }

    /// Moves past `start..end`, beginning a new gap at each slot; text is kept.
    fn pass(&mut self, start: usize, end: usize, is_text: bool) {
        let mut at = start;
        while let Some(found) = self
            .found
            .get(self.next)
            .filter(|found| found.sighting.start < end)
        {
            if is_text {
                self.keep(at, found.sighting.start);
            }
            self.gaps.push(String::new());
            at = found.sighting.end;
            self.next += 1;
        }
        if is_text {
            self.keep(at.min(end), end);
        }
    }

    fn keep(&mut self, start: usize, end: usize) {
        if let Some(gap) = self.gaps.last_mut() {
            let text = &self.html[start..end];
            // Of the next text only its letters count; most are ASCII, and come in words.
            let is_end = |byte: &u8| byte.is_ascii() && !byte.is_ascii_alphanumeric();
            let mut at = 0;
            while at < text.len() {
                let length = text.as_bytes()[at..].iter().position(is_end);
                let word = &text[at..length.map_or(text.len(), |length| at + length)];
                if word.is_ascii() {
                    gap.push_str(word);
                } else {
                    gap.extend(word.chars().filter(|c| c.is_alphanumeric()));
                }
                at += word.len() + 1;
            }
        }
    }

    /// The length of a tag, with what it encloses where that is never seen.
    fn tag(&mut self, rest: &str) -> usize {
        let end = tag_end(rest);
        let name = rest[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let name = &rest[1..=name];
        let is_one_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        if let Some(gap) = self.gaps.last_mut().filter(|_| is_one_of(&SEEN)) {
            gap.push('<');
        }
        if is_one_of(&UNSEEN) {
            let close = format!("</{}", name.to_ascii_lowercase());
            return rest.to_ascii_lowercase().find(&close).unwrap_or(rest.len());
        }
        end
    }

    /// The length of a character reference; one that stands for a letter or digit of ASCII counts as that.
    fn reference(&mut self, rest: &str) -> usize {
        let Some(end) = rest.find(';').filter(|end| *end < 32) else {
            return 1;
        };
        let name = &rest[1..end];
        let code = name.strip_prefix("#x").or_else(|| name.strip_prefix("#X"));
        let code = match code {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => name.strip_prefix('#').and_then(|decimal| decimal.parse().ok()),
        };
        if let (Some(letter), Some(gap)) = (code.and_then(char::from_u32), self.gaps.last_mut()) {
            gap.extend(Some(letter).filter(|letter| letter.is_alphanumeric()));
        }
        let is_reference = name.starts_with('#') || name.bytes().all(|byte| byte.is_ascii_alphanumeric());
        if is_reference { end + 1 } else { 1 }
    }
}

/// Where the tag that `rest` begins with ends; `>` in a quoted value does not end it.
fn tag_end(rest: &str) -> usize {
    if !rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c)) {
        return 1;
    }
    let bytes = rest.as_bytes();
    let mut at = 0;
    while let Some(found) = memchr::memchr3(b'>', b'"', b'\'', &bytes[at..]) {
        at += found + 1;
        let quote = match bytes[at - 1] {
            b'>' => return at,
            quote => quote,
        };
        match memchr::memchr(quote, &bytes[at..]) {
            Some(end) => at += end + 1,
            None => return rest.len(),
        }
    }
    rest.len()
}
