//! Findings for programs. docs/schema/check.json describes the form.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::Serialize;

use crate::foundation::{Diagnostic, Edit, Severity};

use super::{Place, counts};

/// What readers of this form can rely on: it changes when a field goes or means something else, not when one is added.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    findings: Vec<Finding<'a>>,
    summary: Summary<'a>,
}

#[derive(Serialize)]
struct Finding<'a> {
    rule: &'a str,
    severity: String,
    message: &'a str,
    path: String,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    hint: Option<&'a str>,
    fix: Option<Mend<'a>>,
}

/// How a finding can be mended.
#[derive(Serialize)]
struct Mend<'a> {
    says: &'a str,
    edits: Vec<Change<'a>>,
}

/// A piece of the file that gives way to another.
#[derive(Serialize)]
struct Change<'a> {
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    text: &'a str,
}

#[derive(Serialize)]
struct Summary<'a> {
    errors: usize,
    warnings: usize,
    infos: usize,
    rules: BTreeMap<&'a str, usize>,
}

/// Writes findings as one JSON object and a line end.
pub fn json(diagnostics: &[Diagnostic], out: &mut dyn Write) -> io::Result<()> {
    let count = |severity| {
        diagnostics
            .iter()
            .filter(|found| found.severity == severity)
            .count()
    };
    let report = Report {
        version: VERSION,
        findings: diagnostics.iter().map(Finding::of).collect(),
        summary: Summary {
            errors: count(Severity::Error),
            warnings: count(Severity::Warning),
            infos: count(Severity::Info),
            rules: counts(diagnostics)
                .into_iter()
                .map(|(rule, counts)| (rule, counts.iter().sum()))
                .collect(),
        },
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

impl<'a> Finding<'a> {
    fn of(found: &'a Diagnostic) -> Self {
        let Place { path, start, end } = Place::of(found);
        Self {
            rule: found.rule,
            severity: found.severity.to_string(),
            message: &found.message,
            path,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            hint: found.hint.as_deref(),
            fix: found.fix.as_ref().map(|fix| Mend {
                says: &fix.says,
                edits: fix.edits.iter().map(|edit| Change::of(found, edit)).collect(),
            }),
        }
    }
}

impl<'a> Change<'a> {
    fn of(found: &Diagnostic, edit: &'a Edit) -> Self {
        let Place { start, end, .. } = Place::of_span(found, edit.span);
        Self {
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            text: &edit.text,
        }
    }
}
