//! Where in the publication's own templates something stands.

use crate::foundation::{Location, Span};

use super::MessageScope;

/// Where the publication's templates have what `find` finds, the page's own first; else where what is missing from the page is told.
pub(super) fn template_place(scope: &MessageScope<'_>, find: impl Fn(&str) -> Option<Span>) -> Location {
    let own = scope
        .templates
        .sources()
        .filter(|source| !source.path().starts_with("built-in"));
    let page = scope.templates.source("issue.html").into_iter();
    let page = page.filter(|source| !source.path().starts_with("built-in"));
    page.chain(own)
        .find_map(|source| Some(Location::new(source, find(source.text())?)))
        .unwrap_or_else(|| scope.template("issue.html"))
}

/// The first start tag of an element in a template that `wanted` wants, by its text from `<` to `>`; comments hold none.
pub(super) fn start_tag(text: &str, element: &str, wanted: impl Fn(&str) -> bool) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    let mut at = 0;
    while let Some(start) = lower[at..].find('<').map(|start| at + start) {
        let rest = &lower[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            at = start + 4 + comment.find("-->")?;
            continue;
        }
        at = start + 1;
        let is_it = rest
            .strip_prefix(element)
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_whitespace() || c == '>' || c == '/'));
        if is_it {
            let end = rest.find('>').map_or(lower.len(), |end| at + end + 1);
            if wanted(&lower[start..end]) {
                return Some(Span::new(start, end));
            }
            at = end;
        }
    }
    None
}

/// Where a style sheet or a `style` attribute gives a property a value that begins with `value`.
pub(super) fn declaration(text: &str, property: &str, value: &str) -> Option<Span> {
    let lower = text.to_ascii_lowercase();
    let value = value.to_ascii_lowercase();
    lower.match_indices(property).find_map(|(start, _)| {
        let rest = lower[start + property.len()..]
            .trim_start()
            .strip_prefix(':')?
            .trim_start();
        let at = lower.len() - rest.len();
        rest.starts_with(&value)
            .then(|| Span::new(start, at + value.len()))
    })
}
