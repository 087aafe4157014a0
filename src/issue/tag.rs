//! Template tags in a text, found without running them.

use crate::foundation::{Span, grouped};

/// After so many openers that nothing closes, the rest of the text is not searched: each costs a walk to its end.
const MOST_UNCLOSED: usize = 32;

/// So long may a tag be, strings in quotes not counted.
const LONGEST: usize = 4_000;
/// So many `elif` may a text hold.
const MOST_ELIFS: usize = 500;

/// A MiniJinja tag: `{{ … }}`, `{% … %}` or `{# … #}`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tag {
    /// From its first brace to its last. Of an unclosed tag: to the end of its line or to the next opener.
    pub span: Span,
    /// Which of the three.
    pub kind: TagKind,
    /// Whether its end was found; of `{% raw %}`: whether its `{% endraw %}` was.
    pub closed: bool,
}

/// The three kinds of tags.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TagKind {
    /// `{{ … }}`: a value.
    Expression,
    /// `{% … %}`: a condition, a loop, an assignment.
    Statement,
    /// `{# … #}`: nothing for the reader.
    Comment,
}

impl Tag {
    /// What stands between the braces, without white space and the marks that trim it (`{{-`, `-%}`).
    pub fn inner<'a>(&self, text: &'a str) -> &'a str {
        let end = match self.kind {
            TagKind::Expression => "}}",
            TagKind::Statement => "%}",
            TagKind::Comment => "#}",
        };
        let inner = self.span.of(text).get(2..).unwrap_or_default();
        let inner = inner.strip_suffix(end).unwrap_or(inner);
        let inner = inner.strip_prefix(['-', '+']).unwrap_or(inner);
        inner.strip_suffix(['-', '+']).unwrap_or(inner).trim()
    }
}

/// The first of `tags` that is more than the template engine can be trusted with, and why. The engine reads operators, filters and `elif`s by
/// calling itself, as deep as they go: without a bound here a tag of them could end the program.
pub fn excessive_tag(text: &str, tags: &[Tag]) -> Option<(Tag, String)> {
    let tags = || tags.iter().filter(|tag| tag.kind != TagKind::Comment);
    if let Some(long) = tags().find(|tag| is_too_long(tag.inner(text))) {
        let message = format!(
            "a tag has at most {} characters, texts in quotes not counted",
            grouped(LONGEST)
        );
        return Some((*long, message));
    }
    let mut elifs = tags().filter(|tag| tag.inner(text).starts_with("elif"));
    let message = || format!("a text has at most {MOST_ELIFS} `elif`");
    elifs.nth(MOST_ELIFS).map(|tag| (*tag, message()))
}

fn is_too_long(inner: &str) -> bool {
    if inner.len() <= LONGEST {
        return false;
    }
    let bytes = inner.as_bytes();
    let (mut length, mut at) = (0, 0);
    while at < bytes.len() {
        if let quote @ (b'"' | b'\'') = bytes[at] {
            at = end_of_string(bytes, at + 1, quote).unwrap_or(bytes.len());
        }
        at += 1;
        length += 1;
    }
    length > LONGEST
}

/// Every tag of `text`, in order, none inside another. What stands between `{% raw %}` and `{% endraw %}` holds no tags.
///
/// Ends are where MiniJinja sees them: not inside a string, nor inside brackets of the tag's own.
pub fn scan_tags(text: &str) -> Vec<Tag> {
    let mut tags = Vec::new();
    let mut unclosed = 0;
    let mut at = 0;
    while let Some((start, kind)) = opener(text, at) {
        let Some(end) = closer(text, start + 2, kind) else {
            let line_end = text[start..].find('\n').map_or(text.len(), |end| start + end);
            let end = opener(&text[..line_end], start + 2).map_or(line_end, |(next, _)| next);
            tags.push(tag(start, end, kind, false));
            unclosed += 1;
            if unclosed == MOST_UNCLOSED {
                break;
            }
            at = start + 2;
            continue;
        };
        let mut found = tag(start, end, kind, true);
        at = end;
        if kind == TagKind::Statement && found.inner(text) == "raw" {
            let after = end_of_raw(text, end);
            found.closed = after.is_some();
            at = after.unwrap_or(text.len());
        }
        tags.push(found);
    }
    tags
}

fn tag(start: usize, end: usize, kind: TagKind, closed: bool) -> Tag {
    Tag {
        span: Span::new(start, end),
        kind,
        closed,
    }
}

/// The next opener at or after `from`.
fn opener(text: &str, from: usize) -> Option<(usize, TagKind)> {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += text.get(at..)?.find('{')?;
        let kind = match bytes.get(at + 1) {
            Some(b'{') => TagKind::Expression,
            Some(b'%') => TagKind::Statement,
            Some(b'#') => TagKind::Comment,
            _ => {
                at += 1;
                continue;
            }
        };
        return Some((at, kind));
    }
}

/// Where a tag whose inside begins at `from` ends: one past its last brace.
fn closer(text: &str, from: usize, kind: TagKind) -> Option<usize> {
    let end: &[u8] = match kind {
        TagKind::Comment => return text[from..].find("#}").map(|at| from + at + 2),
        TagKind::Expression => b"}}",
        TagKind::Statement => b"%}",
    };
    let bytes = text.as_bytes();
    let mut brackets = 0_isize;
    let mut at = from;
    while at < bytes.len() {
        if brackets == 0 && bytes[at..].starts_with(end) {
            return Some(at + 2);
        }
        match bytes[at] {
            b'(' | b'[' | b'{' => brackets += 1,
            b')' | b']' | b'}' => brackets -= 1,
            quote @ (b'"' | b'\'') => at = end_of_string(bytes, at + 1, quote)?,
            _ => {}
        }
        at += 1;
    }
    None
}

/// The place of the quote that ends a string whose first character is at `at`.
fn end_of_string(bytes: &[u8], mut at: usize, quote: u8) -> Option<usize> {
    while at < bytes.len() {
        match bytes[at] {
            b'\\' => at += 1,
            byte if byte == quote => return Some(at),
            _ => {}
        }
        at += 1;
    }
    None
}

/// Where the `{% endraw %}` that ends a raw block begins, so that it is found as a tag of its own.
fn end_of_raw(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    loop {
        at += text.get(at..)?.find("{%")?;
        let inner = &text[at + 2..];
        let inner = inner.strip_prefix(['-', '+']).unwrap_or(inner).trim_start();
        if let Some(rest) = inner.strip_prefix("endraw") {
            let rest = rest.trim_start();
            if rest.strip_prefix(['-', '+']).unwrap_or(rest).starts_with("%}") {
                return Some(at);
            }
        }
        at += 2;
    }
}
