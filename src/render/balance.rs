//! Whether blocks that wait enclose whole elements.

use crate::foundation::Diagnostic;

use super::html_walk::{Found, Site};
use super::stage::{HeldTag, Stage};

/// A statement and where it stands.
struct Standing<'a> {
    tag: HeldTag,
    found: &'a Found,
}

/// What is wrong with the waiting blocks of a laid-out page: one that begins in one element and ends in another would tear the page apart
/// for those who do not get it.
pub(super) fn faults(found: &[Found], stage: &Stage) -> Vec<Diagnostic> {
    let mut open: Vec<Standing<'_>> = Vec::new();
    let mut faults = Vec::new();
    for found in found {
        let Some(tag) = found.sighting.number.and_then(|number| stage.tag(number)) else {
            continue;
        };
        let standing = Standing { tag, found };
        if standing.tag.opens() {
            open.push(standing);
        } else if standing.tag.divides() || standing.tag.closes() {
            match open.last() {
                Some(opener) => faults.extend(fault(opener, &standing)),
                None => faults.push(stray(&standing.tag)),
            }
            if standing.tag.closes() {
                open.pop();
            }
        }
    }
    faults.extend(open.iter().map(|standing| stray(&standing.tag)));
    faults
}

fn fault(opener: &Standing<'_>, other: &Standing<'_>) -> Option<Diagnostic> {
    let expected = format!("end{}", opener.tag.word());
    if other.tag.closes() && other.tag.word() != expected {
        return Some(stray(&other.tag));
    }
    if opener.found.open == other.found.open && attribute(opener.found) == attribute(other.found) {
        return None;
    }
    let line = opener.tag.location.line();
    let message = format!(
        "`{}` stands in another element than its `{}` on line {line}",
        other.tag.inner, opener.tag.inner
    );
    let hint = "let the block enclose whole paragraphs, items or cells: tags on lines of their own need an empty line before and after, table rows a `<tbody>` around the block";
    Some(Diagnostic::error("slot", other.tag.location.clone(), message).hinted(hint))
}

/// The attribute that a token stands in, told by its place.
fn attribute(found: &Found) -> Option<usize> {
    match &found.site {
        Site::Attribute { start, .. } => Some(*start),
        _ => None,
    }
}

fn stray(tag: &HeldTag) -> Diagnostic {
    let message = format!("`{}` has lost the other end of its block in layout", tag.inner);
    Diagnostic::error("slot", tag.location.clone(), message)
}
