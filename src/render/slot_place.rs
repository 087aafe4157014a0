//! What may stand where: each slot's place in a page, or why it cannot stand there.

use crate::edition::Place;

use super::html_walk::Site;
use super::names;
use super::stage::{HeldTag, Stage};

/// Attributes that hold the address of something.
const ADDRESSES: [&str; 10] = [
    "href",
    "src",
    "action",
    "formaction",
    "background",
    "cite",
    "poster",
    "data",
    "longdesc",
    "xlink:href",
];
/// Elements that hold elements only: a browser moves text out of them.
const STRUCTURE: [&str; 9] = [
    "table", "tbody", "thead", "tfoot", "tr", "colgroup", "head", "html", "frameset",
];
/// Elements whose content is read by machines.
const MACHINE: [&str; 6] = ["style", "script", "xmp", "iframe", "noembed", "noframes"];

/// Why a slot cannot stand where it does, and what to do instead.
pub(super) type Misplaced = (String, &'static str);

/// The place of a value, or of a statement ([`Place::HtmlText`] then means nothing).
pub(super) fn place(site: &Site, tag: &HeldTag, stage: &Stage) -> Result<Place, Misplaced> {
    match site {
        Site::Comment if tag.is_statement => Ok(Place::HtmlText),
        Site::Comment | Site::Hidden => Err((
            told(tag, "stands in an HTML comment"),
            "to switch a tag off, write it as `{# … #}`",
        )),
        Site::Name => Err((
            told(tag, "stands in a tag, but in no attribute's value"),
            "put quotes around the attribute's value, or the whole element into an `if`",
        )),
        Site::Text(element) if MACHINE.contains(&element.as_str()) => Err((
            told(tag, &format!("stands inside `<{element}>`")),
            "put it into the text of the page",
        )),
        Site::Text(element) if STRUCTURE.contains(&element.as_str()) => Err((
            told(
                tag,
                &format!("stands directly in `<{element}>`, where no text can be"),
            ),
            "put it into a cell of the table, or into the page's body",
        )),
        Site::Text(_) => Ok(Place::HtmlText),
        Site::Attribute { name, before, .. } => attribute(name, before, tag, stage),
    }
}

fn attribute(name: &str, before: &str, tag: &HeldTag, stage: &Stage) -> Result<Place, Misplaced> {
    if name == "style" || name == "srcset" || name.starts_with("on") {
        let hint = "choose between two elements with an `if` instead";
        return Err((told(tag, &format!("stands in a `{name}` attribute")), hint));
    }
    if !ADDRESSES.contains(&name) {
        return Ok(Place::HtmlAttribute);
    }
    let before = before.trim_start();
    let is_first = stage.shape().strip(before).replace("<!---->", "").is_empty();
    if is_first && !tag.is_statement && names_links_only(tag) {
        return Ok(Place::Link);
    }
    url_part(before, tag, stage)
}

/// A slot inside an address: behind its host, or behind a link of ours.
pub(super) fn url_part(before: &str, tag: &HeldTag, stage: &Stage) -> Result<Place, Misplaced> {
    let begins_open = stage
        .shape()
        .find(before)
        .first()
        .is_some_and(|first| first.start == 0);
    if begins_open || host_is_complete(before) {
        return Ok(Place::UrlPart);
    }
    let message = if tag.is_statement {
        "stands in the scheme or host of an address"
    } else {
        "would supply the scheme or host of an address"
    };
    Err((
        told(tag, message),
        "write the address up to the first `/` after its host; only `links.…` may be a whole address",
    ))
}

fn host_is_complete(before: &str) -> bool {
    let lower = before.to_ascii_lowercase();
    if let Some(rest) = lower
        .strip_prefix("https://")
        .or_else(|| lower.strip_prefix("http://"))
    {
        return rest.find(['/', '?', '#']).is_some_and(|at| at > 0);
    }
    let is_ours = lower.starts_with("mailto:") || lower.starts_with("tel:");
    is_ours && lower.contains('?')
}

fn names_links_only(tag: &HeldTag) -> bool {
    let names = names::of_expression(&tag.inner).unwrap_or_default();
    !names.is_empty() && names.iter().all(|name| names::root(name) == "links")
}

fn told(tag: &HeldTag, what: &str) -> String {
    format!("`{}` {what}", tag.inner)
}
