//! What an examination found, for people and for programs.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use serde_json::{Value, json};

use crate::foundation::plural;
use crate::workflow::doctor::{Finding, Verdict};

/// A line for each finding with its advice below, and how many there are of each kind.
pub fn doctor_view(findings: &[Finding], colors: bool) -> String {
    let mut text = String::new();
    for finding in findings {
        // Writing to a string cannot fail.
        let _ = writeln!(
            text,
            "{} {:<7} {}",
            verdict(finding.verdict, colors),
            finding.topic.name(),
            finding.message
        );
        for hint in &finding.hints {
            let _ = writeln!(text, "                {hint}");
        }
        if let Some(record) = &finding.record {
            let _ = writeln!(text, "                publish: {record}");
        }
    }
    let count = |verdict| {
        findings
            .iter()
            .filter(|finding| finding.verdict == verdict)
            .count()
    };
    let (faults, warnings) = (count(Verdict::Fault), count(Verdict::Warning));
    let _ = match (faults, warnings) {
        (0, 0) => writeln!(text, "\nnothing stands in the way of a send"),
        _ => writeln!(
            text,
            "\n{}, {}",
            plural(faults, "fault"),
            plural(warnings, "warning")
        ),
    };
    text
}

/// The findings as JSON.
pub fn doctor_json(findings: &[Finding]) -> Value {
    let finding = |finding: &Finding| {
        json!({
            "topic": finding.topic.name(),
            "verdict": finding.verdict.name(),
            "message": finding.message,
            "hints": finding.hints,
            "record": finding.record.as_ref().map(|record| json!({
                "name": record.name,
                "type": "TXT",
                "text": record.text,
                "line": record.to_string(),
            })),
        })
    };
    findings.iter().map(finding).collect()
}

fn verdict(verdict: Verdict, colors: bool) -> String {
    let (word, color) = match verdict {
        Verdict::Good => ("ok", AnsiColor::Green),
        Verdict::Note => ("note", AnsiColor::Cyan),
        Verdict::Warning => ("warning", AnsiColor::Yellow),
        Verdict::Fault => ("fault", AnsiColor::Red),
    };
    let word = format!("{word:<7}");
    if colors {
        let style = Style::new().bold().fg_color(Some(color.into()));
        format!("{style}{word}{style:#}")
    } else {
        word
    }
}
