//! By what an element is found that a selector may be for.

/// What the last part of a selector asks of the element itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Compound {
    /// This id.
    Id(String),
    /// This class, among others perhaps.
    Class(String),
    /// This name, in lower case.
    Element(String),
    /// Nothing that can be told quickly.
    Anything,
}

impl Compound {
    /// Looks at the last part of a selector.
    pub(super) fn of(selector: &str) -> Self {
        let last = selector
            .trim()
            .rsplit(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '+' | '~'))
            .next()
            .unwrap_or_default();
        if last.is_empty() || last.contains(['[', ']', '(', ')', ':', '*', '\\', '"', '\'']) {
            return Self::Anything;
        }
        let mut parts = last.split_inclusive(['.', '#']);
        let first = parts.next().unwrap_or_default();
        let name = first.trim_end_matches(['.', '#']);
        match (first.chars().last(), parts.next()) {
            (Some('#'), Some(id)) => Self::Id(id.trim_end_matches(['.', '#']).to_owned()),
            (Some('.'), Some(class)) => Self::Class(class.trim_end_matches(['.', '#']).to_owned()),
            _ if !name.is_empty() => Self::Element(name.to_ascii_lowercase()),
            _ => Self::Anything,
        }
    }
}

/// How exact a selector is: ids; classes, attributes and pseudo-classes; names (Selectors Level 4, section 17).
pub(super) fn specificity(selector: &str) -> (usize, usize, usize) {
    let count = |signs: &[char]| selector.matches(signs).count();
    let names = selector
        .split(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '+' | '~'))
        .filter(|part| part.starts_with(|c: char| c.is_ascii_alphabetic()))
        .count();
    (count(&['#']), count(&['.', '[', ':']), names)
}
