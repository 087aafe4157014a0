//! The tags of an HTML part, with their places.

use std::cell::OnceCell;
use std::collections::HashMap;

use super::Tag;

/// Elements whose content is text, whatever it looks like.
const RAW: [&str; 5] = ["style", "script", "title", "textarea", "xmp"];

/// An HTML part as its tags.
#[derive(Debug)]
pub(super) struct Markup<'a> {
    /// The text.
    pub(super) html: &'a str,
    /// Its tags in order, without those in comments.
    pub(super) tags: Vec<Tag<'a>>,
    /// Whether a comment for Outlook on Windows draws a background of its own (VML).
    pub(super) draws_for_word: bool,
    closings: OnceCell<Vec<usize>>,
}

impl<'a> Markup<'a> {
    /// Reads an HTML part.
    pub(super) fn read(html: &'a str) -> Self {
        let mut markup = Self {
            html,
            tags: Vec::new(),
            draws_for_word: false,
            closings: OnceCell::new(),
        };
        let mut not_for_word = false;
        let mut at = 0;
        while let Some(found) = html[at..].find('<') {
            let start = at + found;
            let rest = &html[start..];
            at = match rest.as_bytes().get(1) {
                Some(b'!') => {
                    let end = remark_end(rest);
                    markup.look_at_remark(&rest[..end], &mut not_for_word);
                    start + end
                }
                Some(b'?') => start + rest.find('>').map_or(rest.len(), |end| end + 1),
                Some(letter) if letter.is_ascii_alphabetic() => markup.take(start, not_for_word),
                Some(b'/') if rest.as_bytes().get(2).is_some_and(u8::is_ascii_alphabetic) => {
                    markup.take(start, not_for_word)
                }
                _ => start + 1,
            };
        }
        markup
    }

    /// Reads the tag at `start`, and tells where to go on.
    fn take(&mut self, start: usize, not_for_word: bool) -> usize {
        let tag = Tag {
            not_for_word,
            ..Tag::read(self.html, start)
        };
        let mut after = tag.span.end;
        if !tag.closing && RAW.iter().any(|raw| tag.is(raw)) {
            after = closing_of(self.html, after, tag.name);
        }
        self.tags.push(tag);
        after
    }

    fn look_at_remark(&mut self, remark: &str, not_for_word: &mut bool) {
        if remark.contains("[endif]") && !remark.contains("[if ") {
            *not_for_word = false;
        } else if remark.contains("[if !mso")
            || remark.contains("[if !(mso")
            || remark.contains("[if !gte mso")
        {
            *not_for_word = true;
        } else if remark.contains("[if ") {
            self.draws_for_word |= ["<v:fill", "<v:image", "<v:background"]
                .iter()
                .any(|drawing| remark.contains(drawing));
        }
    }

    /// What stands between an opening tag and the closing tag that belongs to it, or the end.
    pub(super) fn within(&self, opening: usize) -> (&'a str, &[Tag<'a>]) {
        let closings = self.closings.get_or_init(|| closings(&self.tags));
        let closing = closings[opening];
        let start = self.tags[opening].span.end;
        let end = self
            .tags
            .get(closing)
            .map_or(self.html.len(), |tag| tag.span.start);
        let tags = self.tags.get(opening + 1..closing).unwrap_or_default();
        (self.html.get(start..end).unwrap_or_default(), tags)
    }
}

/// For each opening tag, the place of the closing tag that belongs to it, or one past the last.
fn closings(tags: &[Tag<'_>]) -> Vec<usize> {
    let mut closings = vec![tags.len(); tags.len()];
    let mut open: HashMap<String, Vec<usize>> = HashMap::new();
    for (place, tag) in tags.iter().enumerate() {
        let open = open.entry(tag.name.to_ascii_lowercase()).or_default();
        if !tag.closing {
            open.push(place);
        } else if let Some(opening) = open.pop() {
            closings[opening] = place;
        }
    }
    closings
}

/// Where a comment or declaration ends.
fn remark_end(rest: &str) -> usize {
    let (from, closing) = if rest.starts_with("<!--") {
        (4, "-->")
    } else {
        (2, ">")
    };
    // `<!-->` is a whole comment, too.
    let from = if rest.starts_with("<!-->") { 2 } else { from };
    rest[from..]
        .find(closing)
        .map_or(rest.len(), |end| from + end + closing.len())
}

/// Where `</name` stands, or the end: what is never closed holds everything.
fn closing_of(html: &str, from: usize, name: &str) -> usize {
    let mut at = from;
    while let Some(found) = html[at..].find("</") {
        let start = at + found;
        let after = html.as_bytes().get(start + 2..start + 2 + name.len());
        if after.is_some_and(|after| after.eq_ignore_ascii_case(name.as_bytes())) {
            return start;
        }
        at = start + 2;
    }
    html.len()
}
