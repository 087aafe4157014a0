//! What is checked.

use digest_cli::check::{Checker, Targets};

use crate::support::{TestPublication, good_draft};

fn publication() -> TestPublication {
    let other = good_draft()
        .replace("issue: 197", "issue: 198")
        .replace("-crossroads", "-ports");
    TestPublication::new()
        .draft(&format!("{}\nStray.\n", good_draft()))
        .file("drafts/b.md", format!("{other}\nStray.\n"))
        .file("subscribers/weekly.csv", "email\nnobody\n")
}

/// The files that a check of some paths looked at, by the findings in them.
fn looked_at(paths: &[&str]) -> Vec<String> {
    let paths = paths.iter().map(std::path::PathBuf::from).collect();
    let findings = publication().check_only(&Targets::Paths(paths)).diagnostics;
    findings
        .iter()
        .map(|found| found.location.source.path().display().to_string())
        .collect()
}

#[test]
fn everything_is_drafts_and_lists() {
    let findings = publication().check();
    let paths: Vec<String> = findings
        .diagnostics
        .iter()
        .map(|found| found.location.source.path().display().to_string())
        .collect();
    assert_eq!(paths, ["drafts/a.md", "drafts/b.md", "subscribers/weekly.csv"]);
    assert_eq!(findings.files().len(), 3);
}

#[test]
fn a_path_is_a_file_or_a_folder() {
    assert_eq!(looked_at(&["drafts/b.md"]), ["drafts/b.md"]);
    assert_eq!(looked_at(&["drafts"]), ["drafts/a.md", "drafts/b.md"]);
    assert_eq!(
        looked_at(&["subscribers/weekly.csv", "drafts/a.md"]),
        ["drafts/a.md", "subscribers/weekly.csv"]
    );
    assert_eq!(
        looked_at(&["drafts/b.md", "drafts"]),
        ["drafts/a.md", "drafts/b.md"]
    );
    assert_eq!(looked_at(&["digest.yaml"]), [""; 0]);
}

#[test]
fn a_file_of_another_kind_is_refused() {
    let folder = publication().file("templates/issue.html", "<p>");
    let publication = folder.open();
    let targets = Targets::Paths(vec!["templates/issue.html".into()]);
    let failure = Checker::new(&publication)
        .check(&targets)
        .expect_err("it is neither");
    assert_eq!(
        failure.message,
        "`templates/issue.html` is neither a draft nor a list"
    );
}

#[test]
fn a_draft_that_is_not_there_is_a_finding() {
    let findings = TestPublication::new().check_only(&Targets::Paths(vec!["drafts/none.md".into()]));
    assert_eq!(findings.diagnostics.len(), 1);
    assert_eq!(
        findings.diagnostics[0].message,
        "there is no draft `drafts/none.md`"
    );
}
