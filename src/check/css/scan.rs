//! Where strings, brackets and comments of a style end.

/// One past what begins at `at`: a comment, a string, brackets with all they hold, an escaped character, an HTML entity; else one byte.
///
/// What is never closed ends with the text.
pub(super) fn past(text: &[u8], at: usize) -> usize {
    match text[at] {
        b'(' | b'[' | b'{' => past_brackets(text, at),
        _ => past_plain(text, at),
    }
}

fn past_brackets(text: &[u8], start: usize) -> usize {
    let mut depth = 0usize;
    let mut at = start;
    while at < text.len() {
        match text[at] {
            b'(' | b'[' | b'{' => depth += 1,
            b')' | b']' | b'}' if depth == 1 => return at + 1,
            b')' | b']' | b'}' => depth -= 1,
            _ => {
                at = past_plain(text, at);
                continue;
            }
        }
        at += 1;
    }
    text.len()
}

fn past_plain(text: &[u8], at: usize) -> usize {
    match text[at] {
        b'/' if text.get(at + 1) == Some(&b'*') => {
            let rest = &text[at + 2..];
            let end = rest.windows(2).position(|two| two == b"*/");
            end.map_or(text.len(), |end| at + 2 + end + 2)
        }
        quote @ (b'"' | b'\'') => past_string(text, at, quote),
        b'\\' => (at + 2).min(text.len()),
        b'&' => past_entity(text, at),
        _ => at + 1,
    }
}

fn past_string(text: &[u8], start: usize, quote: u8) -> usize {
    let mut at = start + 1;
    while at < text.len() {
        match text[at] {
            b'\\' => at += 2,
            b'\n' => return at,
            byte if byte == quote => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// `&quot;` in an attribute: its semicolon ends no declaration.
fn past_entity(text: &[u8], start: usize) -> usize {
    let name = text[start + 1..]
        .iter()
        .take(10)
        .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'#')
        .count();
    let end = start + 1 + name;
    if name > 0 && text.get(end) == Some(&b';') {
        end + 1
    } else {
        start + 1
    }
}

/// The parts of `text` between separators that stand in no string, bracket or comment, each with where it begins.
pub(in crate::check) fn pieces(text: &str, separator: u8) -> Pieces<'_> {
    Pieces {
        text,
        at: 0,
        separator,
    }
}

/// See [`pieces`].
pub(in crate::check) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (usize, &'a str);

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        let mut at = start;
        while at < bytes.len() && bytes[at] != self.separator {
            at = past(bytes, at);
        }
        let end = at.min(bytes.len());
        self.at = end + 1;
        // A backslash may stand before a letter of several bytes.
        let end = self.text.ceil_char_boundary(end);
        let piece = self.text.get(start..end).unwrap_or_default();
        self.at = self.at.max(end);
        Some((start, piece))
    }
}
