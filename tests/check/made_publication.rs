//! The publication that the benchmark measures with.

use std::fs;

use digest_cli::check::{Checker, Targets};
use digest_cli::foundation::Severity;
use digest_cli::publication::Publication;

use publication_maker::PublicationMaker;

#[path = "../../benches/publication_maker/mod.rs"]
mod publication_maker;

const MAKER: PublicationMaker = PublicationMaker {
    issues: 3,
    bytes: 20_000,
};

#[test]
fn nothing_is_wrong_in_what_the_benchmark_makes() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    MAKER.make(folder.path()).expect("the publication can be made");
    let publication = Publication::open(folder.path()).expect("digest.yaml makes sense");
    let findings = Checker::new(&publication)
        .check(&Targets::Everything)
        .expect("everything can be checked");
    assert_eq!(findings.files().len(), 4, "three drafts and a list");
    let serious = |severity: Severity| severity >= Severity::Warning;
    let wrong: Vec<String> = findings
        .diagnostics
        .iter()
        .filter(|found| serious(found.severity))
        .map(|found| format!("{}: {}", found.rule, found.message))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_benchmark_makes_the_same_drafts_every_time_and_all_of_one_size() {
    let made = || {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let drafts = MAKER.make(folder.path()).expect("the publication can be made");
        let read = |path| fs::read_to_string(folder.path().join(path)).expect("a draft is UTF-8");
        drafts.iter().map(read).collect::<Vec<String>>()
    };
    let drafts = made();
    assert_eq!(drafts, made());
    for draft in &drafts {
        assert!((20_000..21_000).contains(&draft.len()), "{} bytes", draft.len());
    }
}
