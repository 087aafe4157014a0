//! Tests of `report`.

use std::sync::Arc;

use digest_cli::foundation::{Diagnostic, Location, Source, Span};

mod human;
mod json;
mod line;
mod pace;
mod progress;
mod table;

/// A finding at the first place where `needle` stands in a text.
fn finding_at(text: &str, needle: &str) -> Diagnostic {
    let source = Arc::new(Source::new("drafts/a.md", text));
    let start = source.text().find(needle).expect("the text holds it");
    let location = Location::new(&source, Span::new(start, start + needle.len()));
    Diagnostic::error("some-rule", location, format!("`{needle}` is wrong")).hinted("write it better")
}

/// What a report writes.
fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes all");
    String::from_utf8(bytes).expect("reports are UTF-8")
}
