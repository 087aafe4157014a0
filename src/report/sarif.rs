//! Findings as SARIF 2.1.0, for code scanning.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use serde_json::{Value, json};

use crate::check::{Fingerprint, RULES, Rule};
use crate::foundation::{Diagnostic, Edit, Fix, Severity};

use super::{CheckReport, Place};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// What paths are relative to: the name that programs which read SARIF know for it.
const ROOT: &str = "%SRCROOT%";

/// Writes findings as one run (OASIS SARIF 2.1.0). The rules are all there, found or not, with their documentation. Columns are counted in
/// Unicode code points, the one of SARIF's two ways that does not depend on an encoding.
pub fn sarif(report: &CheckReport<'_>, out: &mut dyn Write) -> io::Result<()> {
    let rules = Descriptors::of(report.findings);
    let fingerprints = Fingerprint::of(report.findings);
    let results = report.findings.iter().zip(&fingerprints);
    let results: Vec<Value> = results
        .map(|(found, fingerprint)| result(report, found, fingerprint, &rules))
        .collect();
    let document = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "digest",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules.written,
            } },
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": {
                ROOT: { "description": { "text": "The root of the repository that the newsletter lies in." } },
            },
            "results": results,
        }],
    });
    serde_json::to_writer_pretty(&mut *out, &document)?;
    writeln!(out)
}

/// What is said of each rule, and where in the list.
struct Descriptors<'a> {
    written: Vec<Value>,
    index: BTreeMap<&'a str, usize>,
}

impl<'a> Descriptors<'a> {
    /// All rules, then what else found something: mistakes in digest.yaml are found by none.
    fn of(findings: &'a [Diagnostic]) -> Self {
        let mut descriptors = Self {
            written: Vec::new(),
            index: BTreeMap::new(),
        };
        for rule in RULES {
            descriptors.add(rule.name, described(rule));
        }
        for found in findings {
            if !descriptors.index.contains_key(found.rule) {
                descriptors.add(found.rule, undescribed(found.rule));
            }
        }
        descriptors
    }

    fn add(&mut self, name: &'a str, descriptor: Value) {
        self.index.insert(name, self.written.len());
        self.written.push(descriptor);
    }
}

fn described(rule: &Rule) -> Value {
    let documentation = rule.documentation();
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.summary() },
        "fullDescription": { "text": rule.summary() },
        "help": { "text": documentation, "markdown": documentation },
        "defaultConfiguration": { "level": level(rule.severity) },
        "properties": { "tags": [rule.family.to_string()] },
    })
}

fn undescribed(name: &str) -> Value {
    json!({
        "id": name,
        "shortDescription": { "text": "What digest.yaml says has to make sense." },
        "fullDescription": { "text": "What digest.yaml says has to make sense." },
        "help": { "text": "Mend digest.yaml as the finding says." },
        "defaultConfiguration": { "level": level(Severity::Error) },
    })
}

fn result(
    report: &CheckReport<'_>,
    found: &Diagnostic,
    fingerprint: &Fingerprint,
    rules: &Descriptors<'_>,
) -> Value {
    let place = Place::in_code_points(found, found.location.span);
    let text = match &found.hint {
        Some(hint) => format!("{}\n{hint}", found.message),
        None => found.message.clone(),
    };
    let mut result = json!({
        "ruleId": found.rule,
        "ruleIndex": rules.index.get(found.rule),
        "level": level(found.severity),
        "message": { "text": text },
        "locations": [{ "physicalLocation": {
            "artifactLocation": { "uri": uri(&report.in_repository(&place.path)), "uriBaseId": ROOT },
            "region": region(found, &place),
        } }],
        "partialFingerprints": { "primaryLocationLineHash": fingerprint.as_str() },
    });
    if let Some(fix) = &found.fix {
        result["fixes"] = json!([fixed(report, found, fix)]);
    }
    result
}

/// How a finding is mended (section 3.55).
fn fixed(report: &CheckReport<'_>, found: &Diagnostic, fix: &Fix) -> Value {
    let path = Place::of(found).path;
    let replacement = |edit: &Edit| {
        let place = Place::in_code_points(found, edit.span);
        json!({
            "deletedRegion": region(found, &place),
            "insertedContent": { "text": edit.text },
        })
    };
    json!({
        "description": { "text": fix.says },
        "artifactChanges": [{
            "artifactLocation": { "uri": uri(&report.in_repository(&path)), "uriBaseId": ROOT },
            "replacements": fix.edits.iter().map(replacement).collect::<Vec<_>>(),
        }],
    })
}

/// Of a file that could not be read, only the line is known.
fn region(found: &Diagnostic, place: &Place) -> Value {
    if found.location.source.text().is_empty() {
        return json!({ "startLine": place.start.line });
    }
    json!({
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "note",
    }
}

/// A relative reference (RFC 3986 section 4.2): every octet but unreserved ones and `/` is percent-encoded. A colon is too, so that the
/// first part of a path is never taken for a scheme.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to memory cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
