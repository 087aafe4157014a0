//! Conditions that enclose all of a paragraph or an item, moved around it: where the condition fails, no empty bullet remains.

use super::html_walk::{Found, Site, walk};
use super::stage::Stage;

/// Paragraph in item in item is as deep as people write.
const ROUNDS: usize = 4;

/// The page with such conditions moved outwards, and where its tokens stand; `found` is where they stand now. Its blocks must be balanced.
pub(super) fn hoisted(mut html: String, mut found: Vec<Found>, stage: &Stage) -> (String, Vec<Found>) {
    for _ in 0..ROUNDS {
        let pairs = pairs(&html, &found, stage);
        if pairs.is_empty() {
            break;
        }
        html = moved(&html, &pairs);
        found = walk(&html, stage.shape());
    }
    (html, found)
}

/// An element and the condition inside it, by their places in the page.
struct Pair {
    /// The element's first byte.
    start: usize,
    /// The `if`, its comment marks included.
    opener: (usize, usize),
    /// The `endif`.
    end: (usize, usize),
    /// One past the element's last byte.
    after: usize,
}

fn pairs(html: &str, found: &[Found], stage: &Stage) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for (index, first) in found.iter().enumerate() {
        let is_new = pairs.last().is_none_or(|last| first.sighting.start > last.after);
        if !is_new || matches!(first.site, Site::Attribute { .. }) {
            continue;
        }
        let Some(last) = own_end(&found[index..], stage) else {
            continue;
        };
        let opener = with_marks(html, first);
        let end = with_marks(html, last);
        if let Some((start, after)) = element_around(html, opener.0, end.1) {
            pairs.push(Pair {
                start,
                opener,
                end,
                after,
            });
        }
    }
    pairs
}

/// The `endif` of the `if` that `found` begins with, where nothing parts it in two.
fn own_end<'a>(found: &'a [Found], stage: &Stage) -> Option<&'a Found> {
    let mut depth = 0_usize;
    for found in found {
        let tag = stage.tag(found.sighting.number?)?;
        if depth == 0 && tag.word() != "if" || depth == 1 && tag.divides() {
            return None;
        }
        if tag.opens() {
            depth += 1;
        } else if tag.closes() {
            depth = depth.checked_sub(1)?;
        }
        if depth == 0 {
            return Some(found);
        }
    }
    None
}

/// A token's extent with the comment marks around it.
pub(super) fn with_marks(html: &str, found: &Found) -> (usize, usize) {
    let (mut start, mut end) = (found.sighting.start, found.sighting.end);
    // In attributes and titles a comment's marks are text, and a browser writes them escaped.
    for (before, after) in [("<!--", "-->"), ("&lt;!--", "--&gt;"), ("<!--", "--&gt;")] {
        if html[..start].ends_with(before) && html[end..].starts_with(after) {
            start -= before.len();
            end += after.len();
            break;
        }
    }
    (start, end)
}

/// The extent of the `<p>` or `<li>` that holds `from..to` and nothing else.
fn element_around(html: &str, from: usize, to: usize) -> Option<(usize, usize)> {
    let before = html[..from].trim_end();
    let start = before.rfind('<').filter(|_| before.ends_with('>'))?;
    let after = html[to..].trim_start();
    let name = ["p", "li"].into_iter().find(|name| {
        let tag = before[start + 1..].strip_prefix(name);
        tag.is_some_and(|rest| rest.starts_with(['>', ' ']))
    })?;
    let end = format!("</{name}>");
    after
        .starts_with(&end)
        .then(|| (start, html.len() - after.len() + end.len()))
}

fn moved(html: &str, pairs: &[Pair]) -> String {
    let mut moved = String::with_capacity(html.len());
    let mut at = 0;
    for pair in pairs {
        for part in [
            at..pair.start,
            pair.opener.0..pair.opener.1,
            pair.start..pair.opener.0,
            pair.opener.1..pair.end.0,
            pair.end.1..pair.after,
            pair.end.0..pair.end.1,
        ] {
            moved.push_str(&html[part]);
        }
        at = pair.after;
    }
    moved.push_str(&html[at..]);
    moved
}
