//! What stands between `<style>` and `</style>`.

use std::rc::Rc;

use crate::foundation::Span;

use super::past;

/// At-rules that hold rules.
const GROUPS: [&str; 5] = ["media", "supports", "layer", "container", "document"];
/// Nobody nests deeper, and a hostile text shall not.
const DEEPEST: usize = 16;

/// The rules of a style sheet, in order.
#[derive(Debug, Default)]
pub(in crate::check) struct StyleSheet<'a> {
    /// Rules with a selector, those within at-rules too.
    pub(in crate::check) rules: Vec<StyleRule<'a>>,
    /// At-rules.
    pub(in crate::check) at_rules: Vec<AtRule<'a>>,
}

/// A rule with a selector.
#[derive(Debug)]
pub(in crate::check) struct StyleRule<'a> {
    /// What it is for, as written: `h1, h2`.
    pub(in crate::check) selectors: &'a str,
    /// Where the selectors begin.
    pub(in crate::check) start: usize,
    /// What stands between its braces.
    pub(in crate::check) body: &'a str,
    /// Where the body begins.
    pub(in crate::check) body_start: usize,
    /// What it depends on: the at-rules around it, the outermost first.
    pub(in crate::check) within: Rc<[AtRule<'a>]>,
}

/// `@media (max-width: 480px)` and its like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct AtRule<'a> {
    /// Its name, without the sign.
    pub(in crate::check) name: &'a str,
    /// What follows the name, up to the braces or the semicolon.
    pub(in crate::check) prelude: &'a str,
    /// Where name and prelude stand.
    pub(in crate::check) span: Span,
}

impl<'a> StyleSheet<'a> {
    /// Reads a style sheet.
    pub(in crate::check) fn read(text: &'a str) -> Self {
        let mut sheet = Self::default();
        sheet.read_within(text, 0, text.len(), &Rc::from([]));
        sheet
    }

    fn read_within(&mut self, text: &'a str, from: usize, to: usize, within: &Rc<[AtRule<'a>]>) {
        let bytes = &text.as_bytes()[..to];
        let mut at = from;
        while at < to {
            let start = begin(bytes, at);
            let mut end = start;
            while end < to && !matches!(bytes[end], b'{' | b';' | b'}') {
                end = past(bytes, end);
            }
            let end = text.ceil_char_boundary(end.min(to));
            let head = text[start.min(end)..end].trim_end();
            if bytes.get(end) != Some(&b'{') {
                if let Some(rule) = at_rule(head, start) {
                    self.at_rules.push(rule);
                }
                at = end + 1;
                continue;
            }
            let after = past(bytes, end);
            let closed = after > end + 1 && bytes[after - 1] == b'}';
            let body = (end + 1, if closed { after - 1 } else { after });
            self.read_block(text, (start, head), body, within);
            at = after;
        }
    }

    fn read_block(
        &mut self,
        text: &'a str,
        (start, head): (usize, &'a str),
        (from, to): (usize, usize),
        within: &Rc<[AtRule<'a>]>,
    ) {
        let Some(rule) = at_rule(head, start) else {
            self.rules.push(StyleRule {
                selectors: head,
                start,
                body: &text[from..to],
                body_start: from,
                within: Rc::clone(within),
            });
            return;
        };
        self.at_rules.push(rule);
        let group = GROUPS.iter().any(|group| rule.name.eq_ignore_ascii_case(group));
        if group && within.len() < DEEPEST {
            let deeper: Rc<[AtRule<'a>]> = within.iter().copied().chain([rule]).collect();
            self.read_within(text, from, to, &deeper);
        }
    }
}

/// Past blanks, comments and the marks that once hid style sheets from browsers.
fn begin(bytes: &[u8], from: usize) -> usize {
    let mut at = from;
    while at < bytes.len() {
        let rest = &bytes[at..];
        at += if rest[0].is_ascii_whitespace() || rest[0] == b'}' {
            1
        } else if rest.starts_with(b"/*") {
            past(bytes, at) - at
        } else if rest.starts_with(b"<!--") {
            4
        } else if rest.starts_with(b"-->") {
            3
        } else {
            break;
        };
    }
    at
}

fn at_rule(head: &str, start: usize) -> Option<AtRule<'_>> {
    let rest = head.strip_prefix('@')?;
    let end = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(rest.len());
    Some(AtRule {
        name: &rest[..end],
        prelude: rest[end..].trim(),
        span: Span::new(start, start + head.len()),
    })
}
