//! Findings for programs.

use digest_cli::foundation::{Fix, Severity, Span};
use digest_cli::report::json;
use serde_json::{Value, json as value};

use super::{finding_at, written};

fn parsed(found: &[digest_cli::foundation::Diagnostic]) -> Value {
    serde_json::from_str(&written(|out| json(found, out))).expect("it is JSON")
}

#[test]
fn findings_have_their_place_and_a_summary() {
    let mut warning = finding_at("one\n日本語 TK", "TK");
    warning.severity = Severity::Warning;
    warning.hint = None;
    warning.fix = Some(Fix::replacing(Span::new(14, 16), "so", "write what is meant"));
    assert_eq!(
        parsed(&[finding_at("TK", "TK"), warning]),
        value!({
            "version": 1,
            "findings": [
                { "rule": "some-rule", "severity": "error", "message": "`TK` is wrong", "path": "drafts/a.md",
                  "line": 1, "column": 1, "end_line": 1, "end_column": 3, "hint": "write it better", "fix": null },
                { "rule": "some-rule", "severity": "warning", "message": "`TK` is wrong", "path": "drafts/a.md",
                  "line": 2, "column": 5, "end_line": 2, "end_column": 7, "hint": null,
                  "fix": { "says": "write what is meant",
                           "edits": [{ "line": 2, "column": 5, "end_line": 2, "end_column": 7, "text": "so" }] } },
            ],
            "summary": { "errors": 1, "warnings": 1, "infos": 0, "rules": { "some-rule": 2 } },
        })
    );
}

#[test]
fn no_findings_are_an_empty_list() {
    let report = parsed(&[]);
    assert_eq!(report["findings"], value!([]));
    assert_eq!(report["summary"]["errors"], 0);
}

#[test]
fn the_schema_names_every_field_and_no_other() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/schema/check.json");
    let schema: Value =
        serde_json::from_slice(&std::fs::read(path).expect("the schema")).expect("it is JSON");
    let keys =
        |object: &Value| -> Vec<String> { object.as_object().expect("an object").keys().cloned().collect() };
    let report = parsed(&[finding_at("TK", "TK")]);
    assert_eq!(keys(&schema["properties"]), keys(&report));
    assert_eq!(
        keys(&schema["properties"]["summary"]["properties"]),
        keys(&report["summary"])
    );
    assert_eq!(
        keys(&schema["$defs"]["finding"]["properties"]),
        keys(&report["findings"][0])
    );
    assert_eq!(schema["properties"]["version"]["const"], report["version"]);
}
