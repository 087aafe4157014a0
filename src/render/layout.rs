//! A page laid out: style sheets moved into the elements, tokens found again and made pieces.

use std::io;
use std::sync::Arc;

use css_inline::{CSSInliner, StylesheetResolver};

use crate::edition::{Place, Slotted};
use crate::foundation::{Diagnostic, Location};

use super::balance;
use super::hoist::{hoisted, with_marks};
use super::html_walk::{Found, Site, walk};
use super::nesting;
use super::pieces::Pieces;
use super::skeleton::{gaps, is_plain};
use super::slot_place::place;
use super::stage::{HeldTag, Stage};
use super::tally::Tally;

/// Lays out what stage one made of a template, and takes it to pieces.
pub(super) fn laid_out(
    html: &str,
    tally: &Tally,
    stage: &Stage,
    template: &Location,
) -> Result<Slotted, Vec<Diagnostic>> {
    fail_on(nesting::faults(html, template))?;
    // Judged as written first: a page that is laid out hides what was wrong with it.
    let written = walk(html, stage.shape());
    let before = places(&written, html, stage)?;
    fail_on(tally.faults(written.iter().map(|found| &found.sighting), stage, template))?;
    let inlined = inline(html, template)?;
    let found = walk(&inlined, stage.shape());
    fail_on(tally.faults(found.iter().map(|found| &found.sighting), stage, template))?;
    let after = places(&found, &inlined, stage)?;
    fail_on(moved(&before, &after, stage))?;
    fail_on(displaced((html, &written), (&inlined, &found), stage))?;
    fail_on(balance::faults(&found, stage))?;
    let (page, found) = hoisted(inlined, found, stage);
    pieces(&page, &found, stage)
}

fn fail_on(faults: Vec<Diagnostic>) -> Result<(), Vec<Diagnostic>> {
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

/// The number and place of every token, or all that stand where they cannot.
fn places(found: &[Found], html: &str, stage: &Stage) -> Result<Vec<(usize, Place)>, Vec<Diagnostic>> {
    let mut places = Vec::with_capacity(found.len());
    let mut faults = Vec::new();
    for found in found {
        let Some((number, tag)) = tag_of(found, stage) else {
            continue;
        };
        let judged = if is_before_doctype(found, &tag, html) {
            let hint = "put it behind the `<!doctype html>`";
            Err((format!("`{}` stands before the page begins", tag.inner), hint))
        } else {
            place(&found.site, &tag, stage)
        };
        match judged {
            Ok(place) => places.push((number, place)),
            Err((message, hint)) => {
                faults.push(Diagnostic::error("slot", tag.location, message).hinted(hint));
            }
        }
    }
    if faults.is_empty() {
        Ok(places)
    } else {
        Err(faults)
    }
}

fn tag_of(found: &Found, stage: &Stage) -> Option<(usize, HeldTag)> {
    let number = found.sighting.number?;
    stage.tag(number).map(|tag| (number, tag))
}

fn is_before_doctype(found: &Found, tag: &HeldTag, html: &str) -> bool {
    let outside = matches!(&found.site, Site::Text(element) if element.is_empty()) && !tag.is_statement;
    outside
        && html[found.sighting.end..]
            .to_ascii_lowercase()
            .contains("<!doctype")
}

/// Layout must leave every token where it was.
fn moved(before: &[(usize, Place)], after: &[(usize, Place)], stage: &Stage) -> Vec<Diagnostic> {
    let differ = before.iter().zip(after).find(|(before, after)| before != after);
    let moved = differ.and_then(|((number, _), _)| stage.tag(*number));
    moved
        .map(|tag| {
            let message = format!("`{}` was moved in layout", tag.inner);
            Diagnostic::error("slot", tag.location, message)
                .hinted("is an element around it left open, or one in another that cannot hold it?")
        })
        .into_iter()
        .collect()
}

/// Layout must leave what stands between two tokens between them.
fn displaced(before: (&str, &[Found]), after: (&str, &[Found]), stage: &Stage) -> Vec<Diagnostic> {
    let is_plain = is_plain(before.0);
    let letters = |gap: &str| -> Vec<char> { gap.chars().filter(char::is_ascii).collect() };
    let differs = |(was, is): (&String, &String)| was != is && (is_plain || letters(was) != letters(is));
    let (was, is) = (gaps(before.0, before.1), gaps(after.0, after.1));
    let differ = was.iter().zip(&is).position(differs);
    // The first gap stands before the first token.
    let token = differ.and_then(|gap| before.1.get(gap.saturating_sub(1)));
    let tag = token.and_then(|found| tag_of(found, stage));
    tag.map(|(_, tag)| {
        let message = format!("what was written beside `{}` was moved away in layout", tag.inner);
        let hint = "a paragraph cannot stand directly in a table or a row: put it into a cell";
        Diagnostic::error("slot", tag.location, message).hinted(hint)
    })
    .into_iter()
    .collect()
}

/// Style sheets become style attributes, but for what has to stay a sheet (`@media`). Nothing is ever fetched.
fn inline(html: &str, template: &Location) -> Result<String, Vec<Diagnostic>> {
    // A linked sheet is asked of `Offline`, which refuses: left out without a word it would be missed only by readers.
    let engine: CSSInliner<'_> = CSSInliner::options()
        .load_remote_stylesheets(true)
        .keep_at_rules(true)
        .keep_style_tags(false)
        .resolver(Arc::new(Offline))
        .build();
    let inlined = engine.inline(html).map_err(|error| {
        let message = format!("the styles cannot be moved into the elements: {error}");
        vec![Diagnostic::error("template", template.clone(), message)]
    })?;
    Ok(with_sheet_last(&inlined).unwrap_or(inlined))
}

/// The inliner puts the sheet that has to stay first in the head. There it pushes the page's encoding out of the first 1,024 bytes, where
/// it must be (WHATWG HTML section 4.2.5.4).
fn with_sheet_last(html: &str) -> Option<String> {
    let start = html
        .find("<style>")
        .filter(|start| html[..*start].ends_with("<head>"))?;
    let end = start + html[start..].find("</style>")? + "</style>".len();
    let head_end = end + html[end..].find("</head>")?;
    let (sheet, rest) = (&html[start..end], &html[end..head_end]);
    Some([&html[..start], rest, sheet, "\n", &html[head_end..]].concat())
}

/// Answers every request for a style sheet with a refusal.
struct Offline;

impl StylesheetResolver for Offline {
    fn retrieve(&self, location: &str) -> css_inline::Result<String> {
        let refusal = format!("`{location}` is not read: put its rules into the template");
        Err(io::Error::new(io::ErrorKind::Unsupported, refusal).into())
    }
}

fn pieces(page: &str, found: &[Found], stage: &Stage) -> Result<Slotted, Vec<Diagnostic>> {
    let places = places(found, page, stage)?;
    let mut pieces = Pieces::default();
    let mut at = 0;
    for (found, (number, place)) in found.iter().zip(places) {
        let Some(tag) = stage.tag(number) else {
            continue;
        };
        let (mut start, mut end) = (found.sighting.start, found.sighting.end);
        if tag.is_statement {
            (start, end) = with_marks(page, found);
        }
        pieces.fixed(&page[at..start]);
        pieces.tag(&tag, place);
        at = end;
    }
    pieces.fixed(&page[at..]);
    Ok(Slotted {
        pieces: pieces.finished(),
    })
}
