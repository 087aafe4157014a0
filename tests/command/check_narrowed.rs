//! `digest check`: what is looked at, and what of it counts.

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, good_draft};

const BULLETS: [&str; 3] = ["first", "second", "third"];

/// A publication whose draft has so many bullets that are a little too short, which is a warning, and nothing else.
fn warnings(number: usize) -> Program {
    let mut draft = good_draft();
    for bullet in &BULLETS[..number] {
        let long =
            format!("- The {bullet} note on politics says who did what, and why it matters to readers.");
        draft = draft.replace(&long, &format!("- The {bullet} note on politics says who."));
    }
    Program::new().file("drafts/a.md", draft)
}

fn leftover() -> Program {
    Program::new().file(
        "drafts/a.md",
        good_draft().replace("first note on politics", "TODO: on politics"),
    )
}

#[test]
fn so_many_warnings_may_pass() {
    let status = |number: usize, flags: &[&str]| {
        let arguments = ["check"].iter().chain(flags).copied();
        warnings(number).run(arguments).status
    };
    assert_eq!(status(2, &[]), ExitStatus::Findings);
    assert_eq!(status(2, &["--max-warnings", "2"]), ExitStatus::Success);
    assert_eq!(status(3, &["--max-warnings", "2"]), ExitStatus::Findings);
    assert_eq!(status(0, &["--max-warnings", "0"]), ExitStatus::Success);
    assert_eq!(status(3, &["--fail-on", "error"]), ExitStatus::Success);
    assert_eq!(
        status(3, &["--fail-on", "error", "--max-warnings", "2"]),
        ExitStatus::Findings
    );
    let ran = warnings(3).run(["check", "--max-warnings", "2"]);
    assert_eq!(ran.stderr, "3 warnings, and `--max-warnings` lets 2 pass\n");
}

#[test]
fn an_error_fails_however_many_warnings_may_pass() {
    leftover()
        .run(["check", "--max-warnings", "1000"])
        .expect(ExitStatus::Findings);
}

#[test]
fn warnings_that_may_pass_fail_no_test_case() {
    let failures = |most: &str| {
        let ran = warnings(2).run(["check", "--format", "junit", "--max-warnings", most]);
        ran.stdout.matches("<failure").count()
    };
    assert_eq!(failures("2"), 0);
    assert_eq!(failures("1"), 1);
}

#[test]
fn rules_are_selected_and_ignored_by_name() {
    let program = leftover();
    program
        .run(["check", "--ignore", "title-missing,leftover-placeholder"])
        .success();
    program
        .run(["check", "--select", "title-missing", "--select", "bullet-count"])
        .success();
    program
        .run(["check", "--select", "leftover-placeholder"])
        .expect(ExitStatus::Findings);
}

#[test]
fn a_misspelt_rule_is_guessed() {
    for flag in ["--select", "--ignore"] {
        let ran = leftover()
            .run(["check", flag, "title-missing,leftover-placeholdr"])
            .expect(ExitStatus::CannotStart);
        let said = "there is no rule `leftover-placeholdr`; did you mean `leftover-placeholder`?";
        assert!(ran.stderr.contains(said), "{}", ran.stderr);
    }
}

#[test]
fn a_baseline_keeps_what_was_there_quiet() {
    let program = leftover();
    let written = program
        .run(["check", "--write-baseline", "ci/known.json"])
        .success();
    assert_eq!(written.stdout, "");
    assert_eq!(
        written.stderr,
        "wrote ci/known.json with 1 finding\n1 file checked, nothing new found\n"
    );
    let ran = program.run(["check", "--baseline", "ci/known.json"]).success();
    assert_eq!(
        ran.stderr,
        "1 finding left out: the baseline knows it\n1 file checked, nothing new found\n"
    );
    let text = program
        .text("drafts/a.md")
        .replace("second note on politics", "TODO: again on politics");
    let program = program.file("drafts/a.md", text);
    let ran = program
        .run(["check", "--baseline", "ci/known.json", "--format", "line"])
        .expect(ExitStatus::Findings);
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    assert!(ran.stdout.starts_with("drafts/a.md:15:7: "), "{}", ran.stdout);
}

#[test]
fn a_baseline_that_knows_too_much_says_so_when_everything_was_checked() {
    let program = leftover();
    program.run(["check", "--write-baseline", "known.json"]).success();
    let program = program.file("drafts/a.md", good_draft());
    let said = |more: &[&str]| {
        program
            .run(["check", "--baseline", "known.json"].iter().chain(more).copied())
            .success()
            .stderr
    };
    assert!(
        said(&[]).starts_with("1 finding of the baseline is mended: "),
        "{}",
        said(&[])
    );
    assert!(!said(&["drafts/a.md"]).contains("mended"));
    assert!(!said(&["--ignore", "leftover-placeholder"]).contains("mended"));
}

#[test]
fn a_baseline_that_is_not_there_is_a_failure() {
    let ran = leftover()
        .run(["check", "--baseline", "none.json"])
        .expect(ExitStatus::CannotStart);
    assert_eq!(
        ran.stderr,
        "error: there is no baseline `none.json`\nhint: `digest check --write-baseline none.json` writes it\n"
    );
}

#[test]
fn a_revision_given_without_its_sign_is_explained() {
    let ran = leftover()
        .run(["check", "--changed", "main"])
        .expect(ExitStatus::CannotStart);
    assert_eq!(
        ran.stderr,
        "error: there is no file `main`\nhint: a revision is given with `=`: `--changed=main`\n"
    );
}

#[test]
fn the_rules_that_render_can_be_left_out() {
    let text = good_draft().replacen("This week we", "{{ isue.title }} This week we", 1);
    let program = Program::new().file("drafts/a.md", text);
    program.run(["check"]).expect(ExitStatus::Findings);
    program.run(["check", "--no-render"]).success();
}
