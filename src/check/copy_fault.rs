//! Where a copy could not be filled.

use std::path::Path;

use crate::foundation::{Diagnostic, Location, Span};
use crate::issue::scan_tags;
use crate::render::Templates;

use super::DraftScope;

/// The fault for which a copy cannot be filled, at the slot that is to blame. Its reason begins with that slot's file and line, and with the
/// slot as it is filled: `` drafts/a.md:12: `{{ … }}`: … ``.
pub(super) fn copy_fault(reason: &str, scope: &DraftScope<'_>, templates: &Templates) -> Diagnostic {
    let (location, reason) = match placed(reason, scope, templates) {
        Some((location, rest)) => (location, rest),
        None => (scope.location(scope.head()), reason),
    };
    Diagnostic::error("copy", location, format!("a copy cannot be filled: {reason}"))
}

/// The place that a reason begins with, and the rest of it.
fn placed<'r>(reason: &'r str, scope: &DraftScope<'_>, templates: &Templates) -> Option<(Location, &'r str)> {
    let (origin, rest) = reason.split_once(": ")?;
    let (path, line) = origin.rsplit_once(':')?;
    let draft = &scope.draft.source;
    let source = if draft.path() == Path::new(path) {
        draft
    } else {
        templates
            .sources()
            .find(|source| source.path() == Path::new(path))?
    };
    let line = source.line(line.parse().ok()?)?;
    let text = line.of(source.text()).trim_end();
    let span = slot_in(text, rest).unwrap_or(Span::new(0, text.len()));
    let span = span.shifted(line.start);
    Some((Location::new(source, span), rest))
}

/// Where on a line the slot stands that a reason quotes; the space inside its braces may be written otherwise there.
fn slot_in(line: &str, reason: &str) -> Option<Span> {
    let quoted = reason.strip_prefix('`')?.split_once("`: ")?.0;
    let quoted = quoted.trim_matches(['{', '}', '%', ' ']);
    let tag = scan_tags(line)
        .into_iter()
        .find(|tag| tag.inner(line) == quoted)?;
    Some(tag.span)
}
