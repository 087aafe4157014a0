//! Findings as JUnit XML, for the many programs that show tests.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use crate::foundation::{Diagnostic, Severity};

use super::xml::Xml;
use super::{CheckReport, Place};

/// Writes a test suite for each file and in it a test case for each rule that found something there; a file without findings has one
/// case, which passed. What is below the severity that fails is a skipped case. A case's name holds no line, so that it stays the same
/// case when lines move.
///
/// There is no standard: this is valid under the schema of Ant's reports as well as under that of Jenkins' xUnit plugin.
pub fn junit(report: &CheckReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites>")?;
    for (id, (path, rules)) in by_file(report).into_iter().enumerate() {
        suite(report, id, &path, &rules, out)?;
    }
    writeln!(out, "</testsuites>")
}

type ByRule<'a> = BTreeMap<&'a str, Vec<&'a Diagnostic>>;

/// Every file that was looked at or has findings, with these by rule.
fn by_file<'a>(report: &CheckReport<'a>) -> BTreeMap<String, ByRule<'a>> {
    let mut files: BTreeMap<String, ByRule<'a>> = report
        .files
        .iter()
        .map(|path| (path.to_string_lossy().replace('\\', "/"), ByRule::new()))
        .collect();
    for found in report.findings {
        let rules = files.entry(Place::of(found).path).or_default();
        rules.entry(found.rule).or_default().push(found);
    }
    files
}

fn suite(
    report: &CheckReport<'_>,
    id: usize,
    path: &str,
    rules: &ByRule<'_>,
    out: &mut dyn Write,
) -> io::Result<()> {
    let fails = |found: &&Vec<&Diagnostic>| worst(found) >= report.failing;
    let failures = rules.values().filter(fails).count();
    let path = Xml(path);
    writeln!(
        out,
        "  <testsuite id=\"{id}\" name=\"{path}\" package=\"digest\" hostname=\"localhost\" timestamp=\"{}\" tests=\"{}\" \
         failures=\"{failures}\" errors=\"0\" skipped=\"{}\" time=\"0\">\n    <properties/>",
        report.at.strftime("%Y-%m-%dT%H:%M:%S"),
        rules.len().max(1),
        rules.len() - failures,
    )?;
    if rules.is_empty() {
        writeln!(
            out,
            "    <testcase name=\"nothing found\" classname=\"{path}\" time=\"0\"/>"
        )?;
    }
    for (rule, found) in rules {
        let element = if fails(&found) {
            format!("failure type=\"{}\"", worst(found))
        } else {
            "skipped".to_owned()
        };
        let name = element.split(' ').next().unwrap_or_default();
        writeln!(
            out,
            "    <testcase name=\"{}\" classname=\"{path}\" time=\"0\">\n      <{element} message=\"{}\">{}</{name}>\n    </testcase>",
            Xml(rule),
            Xml(&headline(found)),
            Xml(&told(found)),
        )?;
    }
    writeln!(out, "    <system-out/>\n    <system-err/>\n  </testsuite>")
}

fn worst(found: &[&Diagnostic]) -> Severity {
    let severities = found.iter().map(|found| found.severity);
    severities.max().unwrap_or(Severity::Info)
}

fn headline(found: &[&Diagnostic]) -> String {
    let first = found
        .first()
        .map(|found| found.message.as_str())
        .unwrap_or_default();
    match found.len() {
        0 | 1 => first.to_owned(),
        more => format!("{first} (and {} more)", more - 1),
    }
}

/// Every finding with its place, and what to do.
fn told(found: &[&Diagnostic]) -> String {
    let mut text = String::new();
    for found in found {
        let place = Place::of(found);
        let (line, column) = (place.start.line, place.start.column);
        // Writing to memory cannot fail.
        let _ = writeln!(
            text,
            "{}:{line}:{column}: {}: {}",
            place.path, found.severity, found.message
        );
        if let Some(hint) = &found.hint {
            let _ = writeln!(text, "    {hint}");
        }
    }
    text
}
