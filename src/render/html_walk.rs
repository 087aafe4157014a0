//! Where in an HTML page each token stands.
//!
//! Reads what browsers' parsers write (WHATWG HTML section 13.3), and tolerates what people write: tags, attributes, comments, and the
//! elements whose content is text. It repairs nothing.

use std::ops::Range;

use super::token::{Sighting, TokenShape};

/// Elements without an end tag (WHATWG HTML section 13.1.2).
const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
/// Elements whose content is no HTML.
const RAW: [&str; 8] = [
    "style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes",
];

/// A token's place in a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found {
    /// The token.
    pub sighting: Sighting,
    /// What it stands in.
    pub site: Site,
    /// The open elements around it, outermost first, each with its own number.
    pub open: Vec<usize>,
}

/// What a token stands in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Site {
    /// Text; the innermost open element's name (empty outside all).
    Text(String),
    /// A comment that holds nothing else.
    Comment,
    /// Some other comment, or a declaration.
    Hidden,
    /// A tag's or an attribute's name.
    Name,
    /// An attribute's value.
    Attribute {
        /// The attribute's name, in lower case.
        name: String,
        /// The value before the token.
        before: String,
        /// The value's first byte, which tells attributes apart.
        start: usize,
    },
}

/// Finds every token of a page, in order.
pub(super) fn walk(html: &str, shape: &TokenShape) -> Vec<Found> {
    let mut walk = Walk {
        html,
        sightings: shape.find(html),
        next: 0,
        open: Vec::new(),
        elements: 0,
        found: Vec::new(),
    };
    walk.run();
    walk.found
}

struct Walk<'a> {
    html: &'a str,
    sightings: Vec<Sighting>,
    /// The first sighting not yet placed.
    next: usize,
    open: Vec<(&'a str, usize)>,
    elements: usize,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while self.next < self.sightings.len() {
            let rest = &self.html[at..];
            let Some(tag) = rest.find('<') else {
                self.text(at..self.html.len());
                return;
            };
            self.text(at..at + tag);
            at += tag;
            at = self.markup(at);
        }
    }

    /// Passes what begins with the `<` at `at`, and gives the place behind it.
    fn markup(&mut self, at: usize) -> usize {
        let rest = &self.html[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            let end = comment
                .find("-->")
                .map_or(self.html.len(), |end| at + 4 + end + 3);
            self.comment(at..end);
            return end;
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            let end = rest.find('>').map_or(self.html.len(), |end| at + end + 1);
            self.place(at..end, &Site::Hidden);
            return end;
        }
        let is_end = rest.starts_with("</");
        let name_at = at + if is_end { 2 } else { 1 };
        let mut bytes = self.html[name_at..].bytes();
        let name_len = bytes.position(|byte| byte.is_ascii_whitespace() || matches!(byte, b'>' | b'/'));
        let name_end = name_len.map_or(self.html.len(), |len| name_at + len);
        if !self.html[name_at..].starts_with(|c: char| c.is_ascii_alphabetic()) {
            // A bare `<` is text.
            self.text(at..name_at);
            return name_at;
        }
        self.place(name_at..name_end, &Site::Name);
        let html = self.html;
        let name = &html[name_at..name_end];
        let end = self.attributes(name_end);
        if is_end {
            self.close(name);
            return end;
        }
        let is_one_of = |names: &[&str]| names.iter().any(|known| name.eq_ignore_ascii_case(known));
        if is_one_of(&VOID) {
            return end;
        }
        self.elements += 1;
        self.open.push((name, self.elements));
        if is_one_of(&RAW) {
            self.raw_text(&name.to_ascii_lowercase(), end)
        } else {
            end
        }
    }

    /// Passes a tag's attributes, and gives the place behind its `>`.
    fn attributes(&mut self, mut at: usize) -> usize {
        let bytes = self.html.as_bytes();
        while at < bytes.len() {
            match bytes[at] {
                b'>' => return at + 1,
                byte if byte.is_ascii_whitespace() || byte == b'/' => at += 1,
                _ => at = self.attribute(at),
            }
        }
        at
    }

    fn attribute(&mut self, at: usize) -> usize {
        let ends_name = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '=');
        // A name is at least one character, lest a stray `=` stop the walk.
        let rest = &self.html[at..];
        let first = rest.chars().next().map_or(1, char::len_utf8);
        let name_end = rest[first..]
            .find(ends_name)
            .map_or(self.html.len(), |len| at + first + len);
        self.place(at..name_end, &Site::Name);
        let after = &self.html[name_end..];
        let spaces = after.len() - after.trim_start().len();
        if !after.trim_start().starts_with('=') {
            return name_end;
        }
        let value = &after[spaces + 1..];
        let start = self.html.len() - value.trim_start().len();
        let (range, end) = self.value(start);
        if self.is_next_before(range.end) {
            let name = self.html[at..name_end].to_ascii_lowercase();
            self.attribute_value(&name, range);
        }
        end
    }

    /// The extent of the value that begins at `start`, quotes left out, and the place behind it.
    fn value(&self, start: usize) -> (Range<usize>, usize) {
        let rest = &self.html[start..];
        let all = self.html.len();
        if let Some(quote @ (b'"' | b'\'')) = rest.as_bytes().first() {
            let end = rest[1..]
                .find(char::from(*quote))
                .map_or(all, |end| start + 1 + end);
            return (start + 1..end, (end + 1).min(all));
        }
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '>');
        let end = end.map_or(all, |end| start + end);
        (start..end, end)
    }

    fn attribute_value(&mut self, name: &str, range: Range<usize>) {
        while let Some(sighting) = self
            .sightings
            .get(self.next)
            .filter(|sighting| sighting.start < range.end)
        {
            let site = Site::Attribute {
                name: name.to_owned(),
                before: self.html[range.start..sighting.start.max(range.start)].to_owned(),
                start: range.start,
            };
            self.place(sighting.start..sighting.end, &site);
        }
    }

    /// Content that ends only at its own end tag.
    fn raw_text(&mut self, name: &str, at: usize) -> usize {
        let lower = self.html[at..].to_ascii_lowercase();
        let end = lower
            .find(&format!("</{name}"))
            .map_or(self.html.len(), |end| at + end);
        self.text(at..end);
        end
    }

    fn close(&mut self, name: &str) {
        let is_same = |(open, _): &(&str, usize)| open.eq_ignore_ascii_case(name);
        if let Some(index) = self.open.iter().rposition(is_same) {
            self.open.truncate(index);
        }
    }

    fn comment(&mut self, range: Range<usize>) {
        let content = self.html[range.clone()]
            .trim_start_matches("<!--")
            .trim_end_matches("-->")
            .trim();
        let alone = self.sightings.get(self.next).is_some_and(|sighting| {
            sighting.start >= range.start && &self.html[sighting.start..sighting.end] == content
        });
        self.place(range, if alone { &Site::Comment } else { &Site::Hidden });
    }

    fn text(&mut self, range: Range<usize>) {
        if self.is_next_before(range.end) {
            let innermost = self
                .open
                .last()
                .map_or(String::new(), |(name, _)| name.to_ascii_lowercase());
            self.place(range, &Site::Text(innermost));
        }
    }

    /// Whether the next token begins before a place.
    fn is_next_before(&self, end: usize) -> bool {
        let next = self.sightings.get(self.next);
        next.is_some_and(|sighting| sighting.start < end)
    }

    fn place(&mut self, range: Range<usize>, site: &Site) {
        while let Some(sighting) = self
            .sightings
            .get(self.next)
            .filter(|sighting| sighting.start < range.end)
        {
            self.found.push(Found {
                sighting: *sighting,
                site: site.clone(),
                open: self.open.iter().map(|(_, number)| *number).collect(),
            });
            self.next += 1;
        }
    }
}
