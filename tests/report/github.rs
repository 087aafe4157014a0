//! Findings as workflow commands.

use std::path::Path;

use digest_cli::foundation::{Diagnostic, Severity};
use digest_cli::report::{CheckReport, github};
use proptest::prelude::*;

use super::{finding_at, location_in, report_of, written};

fn commands(found: &[Diagnostic]) -> String {
    written(|out| github(&report_of(found), out))
}

#[test]
fn each_severity_has_its_command() {
    let of = |severity| Diagnostic {
        severity,
        hint: None,
        ..finding_at("x\ny TK", "TK")
    };
    assert_eq!(
        commands(&[of(Severity::Error), of(Severity::Warning), of(Severity::Info)]),
        "::error file=drafts/a.md,line=2,endLine=2,col=3,endColumn=4,title=some-rule::`TK` is wrong\n\
         ::warning file=drafts/a.md,line=2,endLine=2,col=3,endColumn=4,title=some-rule::`TK` is wrong\n\
         ::notice file=drafts/a.md,line=2,endLine=2,col=3,endColumn=4,title=some-rule::`TK` is wrong\n"
    );
}

#[test]
fn a_place_over_several_lines_has_no_columns() {
    let found = finding_at("one\ntwo\nthree\n", "wo\nthree\n");
    let expected = "::error file=drafts/a.md,line=2,endLine=3,title=some-rule::";
    assert!(
        commands(&[found]).starts_with(expected),
        "the end of a line is no further line"
    );
}

#[test]
fn signs_that_end_a_value_are_written_otherwise() {
    let found = Diagnostic {
        location: location_in("drafts/50%, a:b.md", "TK", "TK"),
        message: "100%, a:b\r\n::stop-commands::x".to_owned(),
        ..finding_at("TK", "TK")
    };
    let report = [found];
    let report = CheckReport {
        folder: Path::new("news"),
        ..report_of(&report)
    };
    assert_eq!(
        written(|out| github(&report, out)),
        "::error file=news/drafts/50%25%2C a%3Ab.md,line=1,endLine=1,col=1,endColumn=2,title=some-rule\
         ::100%25, a:b%0D%0A::stop-commands::x%0Awrite it better\n"
    );
}

proptest! {
    #[test]
    fn whatever_is_quoted_stays_in_its_command(message in any::<String>(), hint in any::<String>(), path in "[^/\\\\\0]{1,12}") {
        let found = Diagnostic {
            location: location_in(&path, "TK", "TK"),
            message,
            hint: Some(hint),
            ..finding_at("TK", "TK")
        };
        let text = commands(&[found]);
        prop_assert_eq!(text.matches(['\n', '\r']).count(), 1);
        let (properties, _) = text.strip_prefix("::error ").and_then(|rest| rest.split_once("::")).expect("a command");
        prop_assert_eq!(properties.split(',').count(), 6);
    }
}
