//! What a draft asks not to be told.

use crate::foundation::{Diagnostic, Location, Span};
use crate::issue::Draft;

use super::hidden_spans;

/// What begins an order to the check.
const ORDER: &str = "digest-ignore";

/// A comment of a draft that names rules which are not to speak: `<!-- digest-ignore: bullet-length -->`.
#[derive(Debug, Clone)]
pub(super) struct Suppression {
    /// The whole comment.
    pub(super) place: Location,
    /// The rules.
    pub(super) rules: Vec<Named>,
    /// Of what they are not to speak: a block, or the whole draft.
    reach: Option<Span>,
}

/// A rule that a comment names.
#[derive(Debug, Clone)]
pub(super) struct Named {
    /// As written.
    pub(super) name: String,
    /// Where.
    pub(super) place: Location,
    /// Whether it kept anything back.
    pub(super) used: bool,
}

impl Suppression {
    /// The suppressions of a draft, in order. In code they are text like any other.
    pub(super) fn all(draft: &Draft) -> Vec<Self> {
        let text = draft.source.text();
        let body = draft.front.span.map_or(0, |front| front.end);
        if !text[body..].contains(ORDER) {
            return Vec::new();
        }
        let hidden = hidden_spans(&text[body..]).into_iter();
        let hidden = hidden.map(|span| span.shifted(body));
        let comments = hidden.filter(|span| span.of(text).trim_start().starts_with("<!--"));
        comments
            .flat_map(|span| comments_in(span, text))
            .filter_map(|comment| Self::read(comment, draft))
            .collect()
    }

    /// Keeps back what the rules are not to speak of, and remembers that it did.
    pub(super) fn keep_back(suppressions: &mut [Self], found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        let mut left = found;
        left.retain(|found| {
            let mut kept_back = false;
            for suppression in suppressions.iter_mut().filter(|own| own.reaches(found)) {
                let named = suppression.rules.iter_mut();
                for rule in named.filter(|rule| rule.name == found.rule) {
                    rule.used = true;
                    kept_back = true;
                }
            }
            !kept_back
        });
        left
    }

    fn reaches(&self, found: &Diagnostic) -> bool {
        let is_here = found.location.source.path() == self.place.source.path();
        let at = found.location.span.start;
        is_here && self.reach.is_none_or(|block| block.start <= at && at < block.end)
    }

    fn read(comment: Span, draft: &Draft) -> Option<Self> {
        let text = draft.source.text();
        let inner = comment.of(text).strip_prefix("<!--")?.strip_suffix("-->")?;
        let order = inner.trim_start().strip_prefix(ORDER)?;
        let (whole, order) = match order.strip_prefix("-file") {
            Some(order) => (true, order),
            None => (false, order),
        };
        let names = order.trim_start().strip_prefix(':')?;
        let mut at = comment.end - "-->".len() - names.len();
        let mut rules = Vec::new();
        for piece in names.split_inclusive([',', ' ', '\n', '\t']) {
            let name = piece.trim_matches([',', ' ', '\n', '\t']);
            if !name.is_empty() {
                let start = at + piece.find(name).unwrap_or_default();
                rules.push(Named {
                    name: name.to_owned(),
                    place: Location::new(&draft.source, Span::new(start, start + name.len())),
                    used: false,
                });
            }
            at += piece.len();
        }
        Some(Self {
            place: Location::new(&draft.source, comment),
            rules,
            reach: (!whole).then(|| block_after(comment.end, draft)),
        })
    }
}

/// The comments in a span, each from its first bracket to its last.
fn comments_in(span: Span, text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = span.start;
    while let Some(start) = text[at..span.end].find("<!--").map(|offset| at + offset) {
        let Some(end) = text[start..span.end].find("-->").map(|offset| start + offset + 3) else {
            break;
        };
        found.push(Span::new(start, end));
        at = end;
    }
    found
}

/// The block in which the first thing after `at` stands: a bullet, else the lines up to the next empty one.
fn block_after(at: usize, draft: &Draft) -> Span {
    let text = draft.source.text();
    let after = &text[at..];
    let next = at + after.len() - after.trim_start().len();
    let line_start = text[..next].rfind('\n').map_or(0, |end| end + 1);
    let bullets = draft.sections.iter().flat_map(|section| &section.bullets);
    // A bullet's span begins behind its marker.
    let in_bullet = bullets.map(|bullet| bullet.span).find(|span| {
        next < span.end && text[..span.start].rfind('\n').map_or(0, |end| end + 1) <= line_start
    });
    if let Some(bullet) = in_bullet {
        return Span::new(line_start.min(bullet.start), bullet.end.max(line_start + 1));
    }
    let start = text[..next].rfind("\n\n").map_or(0, |end| end + 2);
    let end = text[next..].find("\n\n").map_or(text.len(), |end| next + end);
    Span::new(start, end.max(start + 1))
}
