//! YAML lists, changed as text.

use std::fmt::Write;

use crate::foundation::{CanonicalAddress, Source, Span};

use super::NewSubscriber;
use super::entry::one_line;
use super::yaml_list::YamlList;

/// An entry on a line of its own, with its line end.
pub(super) fn entry(subscriber: &NewSubscriber) -> String {
    let mut entry = format!("- {{ email: {}", quoted(subscriber.address.written()));
    if !subscriber.name.trim().is_empty() {
        let _ = write!(entry, ", name: {}", quoted(&subscriber.name));
    }
    if let Some(language) = &subscriber.language {
        let _ = write!(entry, ", language: {}", quoted(language));
    }
    if !subscriber.tags.is_empty() {
        let tags: Vec<String> = subscriber.tags.iter().map(|tag| quoted(tag)).collect();
        let _ = write!(entry, ", tags: [{}]", tags.join(", "));
    }
    for (name, value) in &subscriber.fields {
        let _ = write!(entry, ", {name}: {}", quoted(value));
    }
    entry + " }\n"
}

/// The text with one entry more, or why it cannot be changed.
pub(super) fn appended(text: &str, subscriber: &NewSubscriber) -> Result<String, String> {
    let list = read(text)?;
    let indent = match list.entries.first() {
        None => String::new(),
        Some((span, _)) => lead(text, *span)?.trim_end().trim_end_matches('-').to_owned(),
    };
    let line_end = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // An empty list may be written `[]`: the first entry takes its place.
    let mut changed = if list.entries.is_empty() {
        text.trim_end().trim_end_matches("[]").to_owned()
    } else {
        text.to_owned()
    };
    if !changed.is_empty() && !changed.ends_with('\n') {
        changed.push_str(line_end);
    }
    changed.push_str(&indent);
    changed.push_str(&entry(subscriber).replace('\n', line_end));
    let count = read(&changed)?.entries.len();
    if count == list.entries.len() + 1 {
        Ok(changed)
    } else {
        Err(FORM.to_owned())
    }
}

/// The text without the entries of an address, and how many they were. Comments on lines of their own stay.
pub(super) fn without(text: &str, address: &CanonicalAddress) -> Result<(String, usize), String> {
    let list = read(text)?;
    let gone: Vec<Span> = list
        .entries
        .iter()
        .filter(|(_, row)| row.is(address))
        .map(|(span, _)| *span)
        .collect();
    let mut kept = String::with_capacity(text.len());
    let mut at = 0;
    for span in &gone {
        let start = span.start - lead(text, *span)?.len();
        kept.push_str(text.get(at..start).ok_or(FORM)?);
        at = text[span.end..]
            .find('\n')
            .map_or(text.len(), |end| span.end + end + 1);
    }
    kept.push_str(text.get(at..).ok_or(FORM)?);
    let left = read(&kept)?.entries;
    let as_before = list.entries.iter().filter(|(_, row)| !row.is(address));
    if left.len() == as_before.count() {
        Ok((kept, gone.len()))
    } else {
        Err(FORM.to_owned())
    }
}

const FORM: &str = "its entries do not stand on lines of their own";

/// What stands on an entry's first line before it: white space and the dash.
fn lead(text: &str, span: Span) -> Result<&str, String> {
    let line = text[..span.start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let lead = &text[line..span.start];
    if lead.trim() == "-" {
        Ok(lead)
    } else {
        Err(FORM.to_owned())
    }
}

/// Reads a text whose places are wanted: line ends of two bytes would shift them in a [`Source`], so they are made spaces and one byte.
fn read(text: &str) -> Result<YamlList, String> {
    let source = Source::new("", text.replace("\r\n", " \n").replace('\r', "\n"));
    YamlList::read(&source).map_err(|error| error.message)
}

/// A double-quoted YAML scalar: a JSON string is one (YAML 1.2 section 7.3.1).
fn quoted(value: &str) -> String {
    serde_json::Value::from(one_line(value)).to_string()
}
