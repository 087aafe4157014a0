//! Filters and tests that a tag names and nobody knows.
//!
//! The engine looks for them only when it comes to them. For a tag that waits for a subscriber that would be when the copies are made, and
//! then for every one of them.

use minijinja::{Environment, ErrorKind};

use crate::foundation::nearest;

/// Filters people mean when they mistype one.
const USUAL: [&str; 20] = [
    "capitalize",
    "default",
    "first",
    "float",
    "int",
    "join",
    "last",
    "length",
    "list",
    "lower",
    "replace",
    "reverse",
    "round",
    "sort",
    "split",
    "title",
    "trim",
    "unique",
    "upper",
    "urlencode",
];

/// What is wrong with the first filter or test of a tag that there is not, and what may have been meant.
pub(super) fn unknown_word(inner: &str) -> Option<(String, Option<String>)> {
    let engine = Environment::new();
    let unknown = |probe: String, kind: ErrorKind| {
        let compiled = engine.compile_expression(&probe);
        let found = compiled.and_then(|expression| expression.eval(()));
        found.is_err_and(|error| error.kind() == kind)
    };
    let words = words(inner);
    words.windows(2).enumerate().find_map(|(at, pair)| match *pair {
        ["|", name] if unknown(format!("0|{name}"), ErrorKind::UnknownFilter) => {
            let near = nearest(name, USUAL).map(|near| format!("did you mean `{near}`?"));
            Some((format!("there is no filter `{name}`"), near))
        }
        ["is", name] => {
            let name = if name == "not" { words.get(at + 2)? } else { name };
            unknown(format!("0 is {name}"), ErrorKind::UnknownTest)
                .then(|| (format!("there is no test `{name}`"), None))
        }
        _ => None,
    })
}

/// A tag's words and its bars, without strings and all other marks.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = |c: char| c.is_alphanumeric() || c == '_';
        let length = if is_word(first) {
            let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
            words.push(&rest[..length]);
            length
        } else if first == '"' || first == '\'' {
            string_length(rest, first)
        } else {
            if first == '|' {
                words.push(&rest[..1]);
            } else if !first.is_whitespace() {
                words.push("");
            }
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    words
}

/// How long the string is that `text` begins with, its quotes included.
fn string_length(text: &str, quote: char) -> usize {
    let mut is_escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        if !is_escaped && c == quote {
            return at + 1;
        }
        is_escaped = !is_escaped && c == '\\';
    }
    text.len()
}
