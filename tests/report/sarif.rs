//! Findings for code scanning. The whole of the 2.1.0 schema is not here: what it asks for of the parts that are written is.

use std::path::Path;

use digest_cli::check::RULES;
use digest_cli::foundation::{Diagnostic, Fix, Severity, Span};
use digest_cli::report::{CheckReport, sarif};
use serde_json::{Value, json};

use super::{finding_at, report_of, written};

fn run_of(report: &CheckReport<'_>) -> Value {
    let document: Value = serde_json::from_str(&written(|out| sarif(report, out))).expect("it is JSON");
    assert_eq!(document["version"], "2.1.0");
    assert_eq!(document["runs"].as_array().map(Vec::len), Some(1));
    document["runs"][0].clone()
}

fn results(found: &[Diagnostic]) -> Vec<Value> {
    let run = run_of(&report_of(found));
    run["results"].as_array().expect("a list of results").clone()
}

#[test]
fn a_result_has_its_rule_message_place_and_fingerprint() {
    let mut found = finding_at("one\nto\u{301} 👩‍👩‍👧 TK", "TK");
    found.severity = Severity::Info;
    let run = run_of(&report_of(&[found]));
    let index = run["results"][0]["ruleIndex"].as_u64().expect("an index");
    assert_eq!(
        run["tool"]["driver"]["rules"][usize::try_from(index).unwrap()]["id"],
        "some-rule"
    );
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    assert_eq!(
        run["results"][0],
        json!({
            "ruleId": "some-rule",
            "ruleIndex": index,
            "level": "note",
            "message": { "text": "`TK` is wrong\nwrite it better" },
            "locations": [{ "physicalLocation": {
                "artifactLocation": { "uri": "drafts/a.md", "uriBaseId": "%SRCROOT%" },
                "region": { "startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 13 },
            } }],
            "partialFingerprints": { "primaryLocationLineHash": run["results"][0]["partialFingerprints"]["primaryLocationLineHash"] },
        })
    );
}

#[test]
fn every_rule_is_described_with_its_documentation() {
    let run = run_of(&report_of(&[]));
    let rules = run["tool"]["driver"]["rules"]
        .as_array()
        .expect("a list of rules");
    assert_eq!(run["results"], json!([]));
    assert_eq!(rules.len(), RULES.len());
    for (written, rule) in rules.iter().zip(RULES) {
        assert_eq!(written["id"], rule.name);
        assert_eq!(written["shortDescription"]["text"], rule.summary());
        assert_eq!(written["help"]["markdown"], rule.documentation());
        assert_eq!(written["help"]["text"], rule.documentation());
        let level = written["defaultConfiguration"]["level"]
            .as_str()
            .expect("a level");
        assert!(["error", "warning", "note"].contains(&level), "{level}");
    }
}

#[test]
fn a_path_is_a_relative_reference_from_the_repository() {
    let found = [Diagnostic {
        location: super::location_in("drafts/Ünïcode & 100%: a#b?.md", "TK", "TK"),
        ..finding_at("TK", "TK")
    }];
    let report = CheckReport {
        folder: Path::new("news letter"),
        ..report_of(&found)
    };
    assert_eq!(
        run_of(&report)["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
        "news%20letter/drafts/%C3%9Cn%C3%AFcode%20%26%20100%25%3A%20a%23b%3F.md"
    );
}

#[test]
fn of_a_file_without_text_only_the_line_is_given() {
    let found = Diagnostic {
        location: super::location_in("drafts/a.md", "", ""),
        ..finding_at("TK", "TK")
    };
    assert_eq!(
        results(&[found])[0]["locations"][0]["physicalLocation"]["region"],
        json!({ "startLine": 1 })
    );
}

#[test]
fn a_fingerprint_is_that_of_the_line_not_of_its_number() {
    let hash = |text: &str| {
        results(&[finding_at(text, "TK")])[0]["partialFingerprints"]["primaryLocationLineHash"].clone()
    };
    assert_eq!(hash("so TK it"), hash("more\n\n  so  TK it \nmore"));
    assert_ne!(hash("so TK it"), hash("so TK is it"));
}

#[test]
fn a_fix_is_a_change_of_the_file() {
    let mut found = finding_at("日本語 TK", "TK");
    found.fix = Some(Fix::removing(Span::new(10, 12), "take it out"));
    let findings = [found];
    let written = written(|out| sarif(&report_of(&findings), out));
    let log: Value = serde_json::from_str(&written).expect("it is JSON");
    assert_eq!(
        log["runs"][0]["results"][0]["fixes"],
        serde_json::json!([{
            "description": { "text": "take it out" },
            "artifactChanges": [{
                "artifactLocation": { "uri": "drafts/a.md", "uriBaseId": "%SRCROOT%" },
                "replacements": [{
                    "deletedRegion": { "startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 7 },
                    "insertedContent": { "text": "" },
                }],
            }],
        }])
    );
}
