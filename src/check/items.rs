//! The items that an issue consists of.

use std::sync::Arc;

use crate::foundation::Span;
use crate::issue::Draft;

use super::Shingles;

/// What begins a block that is no item: a heading, a table, code, HTML, a picture alone.
const NO_ITEM: [&str; 8] = ["#", "|", "```", "~~~", "<", "![", "[![", "{%"];
/// What begins a bullet of a list in the lead.
const MARKERS: [&str; 3] = ["- ", "* ", "+ "];

/// How many words a bullet and a paragraph have at least that are compared: shorter ones are alike by chance, or stand in every issue.
const FEWEST_OF_BULLET: usize = 15;
const FEWEST_OF_PARAGRAPH: usize = 25;
/// What indents code.
const CODE: &str = "    ";

/// A bullet, or a paragraph, as Markdown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// Where it stands in the draft.
    pub(super) span: Span,
    /// Whether it is a bullet.
    pub(super) is_bullet: bool,
}

/// Items that are long enough to be known again, and what they are known by. A draft's are read once for all rules that ask.
pub(super) type TellingItems = Arc<[(Item, Shingles)]>;

/// The items of a draft, in order: the bullets and paragraphs of its sections, and those of the lead.
fn items_of(draft: &Draft) -> Vec<Item> {
    let text = draft.source.text();
    let mut items = in_lead(draft.lead.span, text);
    for section in &draft.sections {
        let bullets = section.bullets.iter().map(|bullet| Item {
            span: bullet.span,
            is_bullet: true,
        });
        items.extend(bullets);
        let others = section.others.iter().map(|span| Item {
            span: *span,
            is_bullet: false,
        });
        items.extend(others);
    }
    items.retain(|item| {
        let is_code = !item.is_bullet && text[..item.span.start].ends_with(CODE);
        !is_code && !NO_ITEM.iter().any(|sign| item.span.of(text).starts_with(sign))
    });
    items.sort_by_key(|item| item.span);
    items
}

/// The items of a draft that are long enough to be known again, and what they are known by.
pub(super) fn telling_items(draft: &Draft) -> TellingItems {
    let text = draft.source.text();
    let items = items_of(draft).into_iter().filter_map(|item| {
        let shingles = Shingles::of(item.span.of(text));
        let fewest = if item.is_bullet {
            FEWEST_OF_BULLET
        } else {
            FEWEST_OF_PARAGRAPH
        };
        (shingles.words >= fewest).then_some((item, shingles))
    });
    items.collect()
}

/// The lead's paragraphs and bullets: its lines, a paragraph's taken together.
fn in_lead(lead: Span, text: &str) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut goes_on = false;
    let mut at = lead.start;
    for line in lead.of(text).split_inclusive('\n') {
        let end = at + line.trim_end().len();
        let is_bullet = MARKERS.iter().any(|marker| line.starts_with(marker));
        match items.last_mut() {
            _ if line.trim().is_empty() => goes_on = false,
            Some(last) if goes_on && !is_bullet => last.span.end = end,
            _ => {
                let start = at + if is_bullet { MARKERS[0].len() } else { 0 };
                items.push(Item {
                    span: Span::new(start, end),
                    is_bullet,
                });
                goes_on = true;
            }
        }
        at += line.len();
    }
    items
}
