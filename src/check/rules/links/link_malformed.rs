//! # What it checks
//!
//! Every link has an address that a browser can open: a scheme written once and rightly, a host with a known ending, no spaces, and none of the
//! punctuation around it. Text that looks like a link to its writer and to nobody else counts too: `[text](address with spaces)`,
//! `[text] (address)`.
//!
//! # Why it matters
//!
//! A slip in an address is not seen on the page and found by the first reader who clicks.
//!
//! # Example
//!
//! ```markdown
//! See the [report](https://https://example.org/report).
//! ```
//!
//! # Instead
//!
//! ```markdown
//! See the [report](https://example.org/report).
//! ```
//!
//! What counts as an ending is the public suffix list (<https://publicsuffix.org>) as it was when this program was built; an ending that is not on
//! it, and punctuation at the end of an address, are only warned of.

use crate::check::addresses::{is_plain_sign, malformed, placed, placed_or_all};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span};
use crate::issue::{ProseBlock, ProseLink};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-malformed",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_malformed.rs"),
    limits: &[],
    check: Check::Draft(check),
};

/// The longest piece of text in brackets that was meant for a link.
const LONGEST: usize = 300;
/// How addresses begin.
const ADDRESSES: [&str; 3] = ["http://", "https://", "www."];

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let prose = scope.prose();
    let links = prose.links.iter().filter_map(|link| in_link(scope, link));
    let blocks = prose.blocks.iter().filter(|block| block.bytes.has(b']'));
    links
        .chain(blocks.flat_map(|block| no_links(scope, block)))
        .collect()
}

fn in_link(scope: &DraftScope<'_>, link: &ProseLink) -> Option<Finding> {
    let fault = malformed(&link.url)?;
    let place = placed_or_all(link, fault.part, scope.text());
    let finding = scope.finding(place, fault.says).at(fault.severity);
    let Some(likely) = fault.likely else {
        return Some(finding.hinted("open the page in a browser and copy its address from there"));
    };
    let is_mended = is_doubled(&link.url) && malformed(&likely).is_none();
    let finding = finding.hinted(format!("did you mean `{likely}`?"));
    let scheme = likely.find("://").map(|end| &likely[..end + "://".len()]);
    match (placed(link, fault.part, scope.text()), scheme) {
        (Some(place), Some(scheme)) if is_mended => {
            Some(finding.mended_by(Fix::replacing(place, scheme, "write the beginning once")))
        }
        _ => Some(finding),
    }
}

/// Whether an address is a whole one after another `http://` or `https://`.
fn is_doubled(url: &str) -> bool {
    let inner = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"));
    inner.is_some_and(|inner| inner.starts_with("https://") || inner.starts_with("http://"))
}

/// What was meant for links in a block's text.
fn no_links(scope: &DraftScope<'_>, block: &ProseBlock) -> Vec<Finding> {
    let ends = block.text.match_indices(']').map(|(at, _)| at);
    ends.filter_map(|end| no_link(scope, block, end)).collect()
}

/// What was meant for a link whose text ends at the bracket at `end`.
fn no_link(scope: &DraftScope<'_>, block: &ProseBlock, end: usize) -> Option<Finding> {
    let text = block.text.as_str();
    let after = &text[end + 1..];
    let gap = after.len() - after.trim_start_matches(' ').len();
    if gap > 1 || !after[gap..].starts_with('(') {
        return None;
    }
    let from = text.floor_char_boundary(end.saturating_sub(LONGEST));
    let start = from + text[from..end].rfind('[')?;
    let marks = Span::new(end, end + gap + 2);
    let first = block.place(Span::new(marks.end, text.ceil_char_boundary(marks.end + 1)));
    let written = scope.text().get(first.start..)?;
    let is_address = ADDRESSES.iter().any(|begin| written.starts_with(begin));
    let opening = Span::new(start, start + 1);
    let is_plain = [marks, opening]
        .iter()
        .all(|sign| is_plain_sign(block, *sign, scope.text()));
    if !is_address || !is_plain || start + 1 == end {
        return None;
    }
    let is_picture = text[..start].ends_with('!');
    let what = if is_picture { "picture" } else { "link" };
    if gap > 0 {
        let message = format!("this is no {what}: a space stands between its `]` and its `(`");
        let finding = scope.finding(block.place(marks), message);
        return Some(finding.at(Severity::Warning).hinted("take the space out"));
    }
    let message =
        format!("this is no {what}: its address has a space, a line end or an unpaired bracket in it");
    let finding = scope.finding(block.place(Span::new(start, marks.end)), message);
    Some(finding.hinted("write `%20` for each space, or put the address into `<` and `>`"))
}
