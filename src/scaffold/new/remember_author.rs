//! An author added to digest.yaml, and nothing else of it changed.

use std::fs;

use crate::foundation::{Failure, Span, YamlKind, YamlNode, YamlTree, replace};
use crate::publication::{Author, Publication};

use super::yaml_text::{yaml_author, yaml_text};

/// Adds `key: author` to digest.yaml's `authors`. Comments, order and layout stay: the entry is put into the text. What comes out is read
/// again before it is written; where it would say anything else than before and the new author, nothing is written and the failure's hint
/// says what to add by hand.
pub fn remember_author(publication: &Publication, key: &str, author: &Author) -> Result<(), Failure> {
    let path = publication.root.join("digest.yaml");
    let entry = format!("{}: {}", yaml_text(key), yaml_author(author));
    let by_hand = || {
        Failure::new("the author cannot be added to digest.yaml safely")
            .hinted(format!("add this line under `authors:` yourself: `{entry}`"))
    };
    let text = fs::read_to_string(&path).map_err(|_| by_hand())?;
    let after = with_entry(&text, &entry).ok_or_else(by_hand)?;
    if !says_only_more(&text, &after, key) {
        return Err(by_hand());
    }
    replace(&path, after.as_bytes()).map_err(|error| {
        let failure = Failure::new(format!("`digest.yaml` cannot be written: {error}"));
        failure.hinted(format!("add this line under `authors:` yourself: `{entry}`"))
    })
}

/// The file with the entry put in; `None` where there is no place that one could be sure of.
fn with_entry(text: &str, entry: &str) -> Option<String> {
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let tree = YamlTree::parse(text).ok()?;
    let YamlKind::Map(keys) = &tree.root.kind else {
        return None;
    };
    let Some((name, authors)) = keys.iter().find(|(name, _)| name.text() == Some("authors")) else {
        let gap = if text.ends_with('\n') { "" } else { newline };
        return Some(format!("{text}{gap}{newline}authors:{newline}  {entry}{newline}"));
    };
    match &authors.kind {
        YamlKind::Null => Some(inserted(
            text,
            line_end(text, name.span.end),
            &format!("{newline}  {entry}"),
        )),
        YamlKind::Map(entries) if text[authors.span.start..].starts_with('{') => {
            let close = authors
                .span
                .end
                .checked_sub(1)
                .filter(|at| text[*at..].starts_with('}'))?;
            let before = text[..close].trim_end().len();
            let comma = if entries.is_empty() { " " } else { ", " };
            Some(format!("{}{comma}{entry} {}", &text[..before], &text[close..]))
        }
        YamlKind::Map(entries) => {
            let (first, _) = entries.first()?;
            let (_, last) = entries.last()?;
            let indent = &text[line_start(text, first)..first.span.start];
            let at = line_end(text, last.span.end);
            Some(inserted(text, at, &format!("{newline}{indent}{entry}")))
        }
        YamlKind::Scalar(_) | YamlKind::List(_) => None,
    }
}

/// Whether the new text says what the old one says, and `key` under `authors` besides.
fn says_only_more(before: &str, after: &str, key: &str) -> bool {
    let (Ok(before), Ok(after)) = (YamlTree::parse(before), YamlTree::parse(after)) else {
        return false;
    };
    let added = after
        .root
        .get("authors")
        .and_then(|authors| authors.get(key))
        .is_some();
    let known = before
        .root
        .get("authors")
        .and_then(|authors| authors.get(key))
        .is_some();
    added && !known && said(&before.root, key) == said(&after.root, key)
}

/// Everything that a file says but for one author, without its layout; an `authors` that is empty says nothing.
fn said(root: &YamlNode, but_author: &str) -> Vec<String> {
    let mut statements = Vec::new();
    state(root, "", &mut statements);
    let author = format!(".authors.{but_author}");
    statements.retain(|(path, _)| {
        *path != author && !path.starts_with(&format!("{author}.")) && path != ".authors"
    });
    statements
        .into_iter()
        .map(|(path, value)| format!("{path}={value}"))
        .collect()
}

fn state(node: &YamlNode, path: &str, statements: &mut Vec<(String, String)>) {
    match &node.kind {
        YamlKind::Null => statements.push((path.to_owned(), String::new())),
        YamlKind::Scalar(text) => statements.push((path.to_owned(), text.clone())),
        YamlKind::List(items) => {
            for (index, item) in items.iter().enumerate() {
                state(item, &format!("{path}[{index}]"), statements);
            }
        }
        YamlKind::Map(entries) => {
            for (key, value) in entries {
                state(
                    value,
                    &format!("{path}.{}", key.text().unwrap_or_default()),
                    statements,
                );
            }
        }
    }
}

fn inserted(text: &str, at: usize, addition: &str) -> String {
    format!("{}{addition}{}", &text[..at], &text[at..])
}

fn line_start(text: &str, node: &YamlNode) -> usize {
    text[..node.span.start].rfind('\n').map_or(0, |end| end + 1)
}

/// The end of the line on which `offset` lies, before its line end.
fn line_end(text: &str, offset: usize) -> usize {
    let rest = Span::new(offset, text.len()).of(text);
    let line = rest.find('\n').map_or(rest, |end| &rest[..end]);
    offset + line.trim_end_matches('\r').len()
}
