//! `digest check --fix` and `--diff`.

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, good_draft};

const DRAFT: &str = "drafts/a.md";

/// A publication whose draft has a suppression that keeps nothing back.
fn program() -> Program {
    let text = good_draft().replacen("# Caspian", "<!-- digest-ignore: bullet-length -->\n# Caspian", 1);
    Program::new().file(DRAFT, text)
}

#[test]
fn a_diff_shows_what_would_change_and_changes_nothing() {
    let program = program();
    let before = program.text(DRAFT);
    let ran = program.run(["check", "--diff"]);
    assert_eq!(ran.status, ExitStatus::Findings);
    assert!(
        ran.stdout.starts_with("--- a/drafts/a.md\n+++ b/drafts/a.md\n"),
        "{}",
        ran.stdout
    );
    assert!(
        ran.stdout.contains("\n-<!-- digest-ignore: bullet-length -->\n"),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.stderr, "`--fix` would mend 1 finding in 1 draft\n");
    assert_eq!(program.text(DRAFT), before);
}

#[test]
fn a_fix_is_made_and_what_is_left_is_told() {
    let program = program();
    let ran = program.run(["check", "--fix"]);
    assert_eq!(ran.status, ExitStatus::Success);
    assert_eq!(
        ran.stderr,
        "drafts/a.md: mended 1 finding\n1 file checked, nothing found\n"
    );
    assert_eq!(program.text(DRAFT), good_draft());
    let again = program.run(["check", "--diff"]);
    assert_eq!((again.status, again.stdout.as_str()), (ExitStatus::Success, ""));
    assert_eq!(again.stderr, "nothing can be mended without asking\n");
}
