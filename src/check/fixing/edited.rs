//! A text with edits made.

use crate::foundation::{Edit, Fix};

/// `text` with the edits of fixes made, first come first served: a fix that touches what another has changed is left out. Gives `None`
/// where none is left.
pub(super) fn edited(text: &str, fixes: &[&Fix]) -> Option<String> {
    let mut taken: Vec<&Edit> = Vec::new();
    for fix in fixes {
        let fits = |edit: &Edit| {
            let span = edit.span;
            let apart = taken
                .iter()
                .all(|other| span.end < other.span.start || other.span.end < span.start);
            apart && text.get(span.start..span.end).is_some()
        };
        if !fix.edits.is_empty() && fix.edits.iter().all(fits) {
            taken.extend(&fix.edits);
        }
    }
    if taken.is_empty() {
        return None;
    }
    taken.sort();
    let mut edited = String::with_capacity(text.len());
    let mut at = 0;
    for edit in taken {
        edited.push_str(&text[at..edit.span.start]);
        edited.push_str(&edit.text);
        at = edit.span.end;
    }
    edited.push_str(&text[at..]);
    Some(edited)
}
