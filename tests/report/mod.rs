//! Tests of `report`.

use std::path::Path;
use std::sync::Arc;

use digest_cli::foundation::{Diagnostic, Location, Severity, Source, Span};
use digest_cli::report::CheckReport;

mod github;
mod human;
mod json;
mod junit;
mod line;
mod link_view;
mod pace;
mod progress;
mod sarif;
mod statistics;
mod table;

/// A finding at the first place where `needle` stands in a text.
fn finding_at(text: &str, needle: &str) -> Diagnostic {
    let location = location_in("drafts/a.md", text, needle);
    Diagnostic::error("some-rule", location, format!("`{needle}` is wrong")).hinted("write it better")
}

/// The first place where `needle` stands in a file's text.
fn location_in(path: &str, text: &str, needle: &str) -> Location {
    let source = Arc::new(Source::new(path, text));
    let start = source.text().find(needle).expect("the text holds it");
    Location::new(&source, Span::new(start, start + needle.len()))
}

/// The report of findings in a publication that is its repository's root, made at 9 o'clock on 5 February 2019; warnings fail.
fn report_of(findings: &[Diagnostic]) -> CheckReport<'_> {
    CheckReport {
        findings,
        files: &[],
        folder: Path::new(""),
        failing: Severity::Warning,
        at: jiff::civil::datetime(2019, 2, 5, 9, 0, 0, 0),
    }
}

/// What a report writes.
fn written(write: impl FnOnce(&mut dyn std::io::Write) -> std::io::Result<()>) -> String {
    let mut bytes = Vec::new();
    write(&mut bytes).expect("memory takes all");
    String::from_utf8(bytes).expect("reports are UTF-8")
}
