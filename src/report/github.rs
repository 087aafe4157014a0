//! Findings as workflow commands, which GitHub Actions turns into annotations beside the lines.

use std::io::{self, Write};

use crate::foundation::{Diagnostic, Severity};

use super::{CheckReport, Place};

/// Writes each finding as a command, `::error file=…,line=…,title=…::message`. GitHub shows the first ten of each severity that a step
/// prints; SARIF has no such bound.
pub fn github(report: &CheckReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    for found in report.findings {
        let place = Place::of(found);
        writeln!(
            out,
            "::{} file={},{},title={}::{}",
            command(found.severity),
            property(&report.in_repository(&place.path)),
            region(&place),
            property(found.rule),
            data(&words(found)),
        )?;
    }
    Ok(())
}

fn command(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "notice",
    }
}

/// Columns are given within one line only: with them, GitHub refuses an annotation that covers several.
fn region(place: &Place) -> String {
    let (start, end) = (place.start, place.end);
    if start.line == end.line {
        // Both ends are meant here, where elsewhere the end is the character after.
        let last = end.column.saturating_sub(1).max(start.column);
        return format!(
            "line={0},endLine={0},col={1},endColumn={last}",
            start.line, start.column
        );
    }
    let last = if end.column == 1 { end.line - 1 } else { end.line };
    format!("line={},endLine={last}", start.line)
}

fn words(found: &Diagnostic) -> String {
    match &found.hint {
        Some(hint) => format!("{}\n{hint}", found.message),
        None => found.message.clone(),
    }
}

/// What stands behind `::`. A command ends with its line, so a line end must not be one.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A property's value, which a comma or a colon would end too.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}
