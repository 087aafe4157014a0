//! Only what is new counts.

use std::path::Path;

use digest_cli::check::{Baseline, Compared, Findings};
use digest_cli::foundation::replace;
use proptest::prelude::*;

use super::{NOTHING, shown};
use crate::support::{TestPublication, check_text, good_draft};

fn faulty() -> String {
    good_draft()
        .replace("first note on politics", "TODO on politics")
        .replace("second note on society", "TODO on society")
}

/// What is left of a text's findings, and what became of the others.
fn compared(baseline: &Baseline, text: &str) -> (Vec<String>, Compared) {
    let mut findings = check_text(text);
    let compared = baseline.take_out(&mut findings);
    (findings.diagnostics.iter().map(shown).collect(), compared)
}

fn baseline_of(text: &str) -> Baseline {
    let Findings { diagnostics, .. } = check_text(text);
    Baseline::of(&diagnostics)
}

#[test]
fn what_was_there_before_is_left_out_wherever_its_line_moves() {
    let baseline = baseline_of(&faulty());
    assert_eq!(baseline.len(), 2);
    let moved = faulty().replace("## Politics", "\n\n\n## Politics");
    let (left, compared) = compared(&baseline, &moved);
    assert_eq!(left, NOTHING);
    assert_eq!(compared, Compared { known: 2, gone: 0 });
}

#[test]
fn what_is_new_is_told() {
    let baseline = baseline_of(&faulty());
    let more = faulty().replace("third note on society", "TODO still on society");
    let (left, compared) = compared(&baseline, &more);
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(
        left[0].contains("leftover-placeholder: `TODO` was left"),
        "{left:?}"
    );
    assert_eq!(compared, Compared { known: 2, gone: 0 });
}

#[test]
fn one_more_of_the_same_on_a_like_line_is_new() {
    let twice = |line: &str| good_draft().replace("## Society", &format!("{line}## Society"));
    let known = twice("- TODO here is a line that stands here twice in this draft.\n\n");
    let line = "- TODO here is a line that stands here twice in this draft.\n";
    let both = twice(&format!("{line}{line}\n"));
    let of_rule = |text: &str| {
        let (left, _) = compared(&baseline_of(&known), text);
        left.into_iter()
            .filter(|found| found.contains("leftover"))
            .count()
    };
    assert_eq!(of_rule(&known), 0);
    assert_eq!(of_rule(&both), 1);
}

#[test]
fn what_is_mended_is_counted() {
    let (left, compared) = compared(&baseline_of(&faulty()), &good_draft());
    assert_eq!(left, NOTHING);
    assert_eq!(compared, Compared { known: 0, gone: 2 });
}

#[test]
fn another_draft_with_the_same_fault_is_not_known() {
    let publication = TestPublication::new().draft(&faulty());
    let baseline = Baseline::of(&publication.check().diagnostics);
    let other = faulty()
        .replace("2019-02-05-crossroads", "2019-02-12-other")
        .replace("issue: 197", "issue: 198");
    let publication = publication.file("drafts/b.md", other);
    let mut findings = publication.check();
    assert_eq!(baseline.take_out(&mut findings), Compared { known: 2, gone: 0 });
    let paths = findings
        .diagnostics
        .iter()
        .map(|found| found.location.source.path());
    assert_eq!(paths.collect::<Vec<_>>(), [Path::new("drafts/b.md"); 2]);
}

#[test]
fn its_file_says_nothing_of_a_line_and_reads_as_it_was() {
    let publication = TestPublication::new()
        .file("subscribers/weekly.csv", "email\nsomebody at example.org\n")
        .draft(&faulty());
    let baseline = Baseline::of(&publication.check().diagnostics);
    let text = baseline.to_json();
    assert_eq!(
        text.lines().count(),
        baseline.len() + 5,
        "a line a finding:\n{text}"
    );
    assert!(text.contains("subscribers/weekly.csv"), "{text}");
    assert!(!text.contains("somebody"), "{text}");
    assert_eq!(read(&publication, &text), Ok(baseline));
}

#[test]
fn a_file_that_is_no_baseline_says_so() {
    let publication = TestPublication::new();
    let fault = |text: &str| read(&publication, text).expect_err("it is none");
    assert!(
        fault("").starts_with("`b.json` is no baseline: "),
        "{}",
        fault("")
    );
    assert_eq!(
        fault(r#"{ "version": 2, "findings": [] }"#),
        "`b.json` is a baseline of version 2, and this program knows version 1"
    );
    let absent =
        Baseline::read(&publication.path("none.json"), Path::new("none.json")).expect_err("it is none");
    assert_eq!(absent.message, "there is no baseline `none.json`");
    assert_eq!(
        absent.hints,
        ["`digest check --write-baseline none.json` writes it"]
    );
}

fn read(publication: &TestPublication, text: &str) -> Result<Baseline, String> {
    let path = publication.path("b.json");
    replace(&path, text.as_bytes()).expect("the file can be written");
    Baseline::read(&path, Path::new("b.json")).map_err(|failure| failure.message)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn a_baseline_knows_all_that_it_was_made_of(lines in proptest::collection::vec("(- )?(TODO|TK|#+ [a-z]{2,5}|[a-z ]{0,9})", 0..30)) {
        let text = format!("{}{}", good_draft(), lines.join("\n"));
        let (left, compared) = compared(&baseline_of(&text), &text);
        prop_assert_eq!(left, NOTHING);
        prop_assert_eq!(compared.gone, 0);
    }
}
