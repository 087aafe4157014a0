//! Findings as JUnit XML.

use std::path::PathBuf;

use digest_cli::foundation::{Diagnostic, Severity};
use digest_cli::report::{CheckReport, junit};
use proptest::prelude::*;

use super::{finding_at, location_in, report_of, written};

/// The elements of an XML document in the order in which they open, each with its attributes as they stand. Panics where it is not
/// well formed.
fn elements(xml: &str) -> Vec<(String, Vec<(String, String)>)> {
    let (mut open, mut elements) = (Vec::new(), Vec::new());
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag ends");
        assert_references(text);
        if tag.starts_with('?') {
            continue;
        }
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name), "{xml}");
            continue;
        }
        let (tag, closed) = tag.strip_suffix('/').map_or((tag, false), |tag| (tag, true));
        let (name, mut rest) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut attributes = Vec::new();
        while let Some((key, value)) = rest.split_once("=\"") {
            let (value, after) = value.split_once('"').expect("a value ends");
            assert_references(value);
            attributes.push((key.trim().to_owned(), value.to_owned()));
            rest = after;
        }
        assert_eq!(rest.trim(), "", "{tag}");
        if !closed {
            open.push(name.to_owned());
        }
        elements.push((name.to_owned(), attributes));
    }
    assert!(open.is_empty(), "{open:?}");
    elements
}

fn assert_references(text: &str) {
    for piece in text.split('&').skip(1) {
        let name = piece.split(';').next().unwrap_or_default();
        assert!(["amp", "lt", "gt", "quot"].contains(&name), "{text}");
    }
    let legal = |c: char| matches!(c, '\t' | '\n' | ' '..='\u{FFFD}' | '\u{10000}'..);
    assert!(text.chars().all(legal), "{text:?}");
}

#[test]
fn a_file_is_a_suite_and_a_rule_a_case_of_it() {
    let mut second = finding_at("one TK", "TK");
    second.hint = None;
    let mut note = finding_at("one TK", "one");
    note.rule = "other-rule";
    note.severity = Severity::Info;
    let files = [PathBuf::from("drafts/a.md"), PathBuf::from("drafts/b.md")];
    let found = [finding_at("TK", "TK"), second, note];
    let report = CheckReport {
        files: &files,
        ..report_of(&found)
    };
    assert_eq!(
        written(|out| junit(&report, out)),
        r#"<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
  <testsuite id="0" name="drafts/a.md" package="digest" hostname="localhost" timestamp="2019-02-05T09:00:00" tests="2" failures="1" errors="0" skipped="1" time="0">
    <properties/>
    <testcase name="other-rule" classname="drafts/a.md" time="0">
      <skipped message="`one` is wrong">drafts/a.md:1:1: info: `one` is wrong
    write it better
</skipped>
    </testcase>
    <testcase name="some-rule" classname="drafts/a.md" time="0">
      <failure type="error" message="`TK` is wrong (and 1 more)">drafts/a.md:1:1: error: `TK` is wrong
    write it better
drafts/a.md:1:5: error: `TK` is wrong
</failure>
    </testcase>
    <system-out/>
    <system-err/>
  </testsuite>
  <testsuite id="1" name="drafts/b.md" package="digest" hostname="localhost" timestamp="2019-02-05T09:00:00" tests="1" failures="0" errors="0" skipped="0" time="0">
    <properties/>
    <testcase name="nothing found" classname="drafts/b.md" time="0"/>
    <system-out/>
    <system-err/>
  </testsuite>
</testsuites>
"#
    );
}

#[test]
fn what_does_not_fail_the_check_fails_no_case() {
    let mut warning = finding_at("TK", "TK");
    warning.severity = Severity::Warning;
    let found = [warning];
    let failures = |failing| {
        let report = CheckReport {
            failing,
            ..report_of(&found)
        };
        written(|out| junit(&report, out)).contains("<failure")
    };
    assert!(failures(Severity::Warning));
    assert!(!failures(Severity::Error));
}

#[test]
fn a_file_that_only_a_finding_names_has_a_suite_too() {
    let found = [Diagnostic {
        location: location_in("digest.yaml", "a: b", "a"),
        ..finding_at("TK", "TK")
    }];
    let xml = written(|out| junit(&report_of(&found), out));
    let suites: Vec<_> = elements(&xml)
        .into_iter()
        .filter(|(name, _)| name == "testsuite")
        .collect();
    assert_eq!(suites.len(), 1);
    assert!(
        suites[0]
            .1
            .contains(&("name".to_owned(), "digest.yaml".to_owned()))
    );
}

proptest! {
    #[test]
    fn whatever_is_quoted_it_is_well_formed(message in any::<String>(), hint in any::<String>(), path in any::<String>()) {
        let found = [Diagnostic {
            location: location_in(&path, "TK", "TK"),
            message,
            hint: Some(hint),
            ..finding_at("TK", "TK")
        }];
        let names: Vec<String> = elements(&written(|out| junit(&report_of(&found), out))).into_iter().map(|(name, _)| name).collect();
        prop_assert_eq!(names, ["testsuites", "testsuite", "properties", "testcase", "failure", "system-out", "system-err"]);
    }
}
