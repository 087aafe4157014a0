//! What goes where, and how it looks.

use std::io::ErrorKind;

use digest_cli::foundation::{ExitStatus, Terminal};

use crate::support::{Program, good_draft};

const ESCAPE: char = '\u{1b}';

fn with_a_finding() -> Program {
    Program::new().file("drafts/a.md", good_draft().replace("author: aserik\n", ""))
}

fn on_a_terminal() -> Program {
    with_a_finding().terminal(Terminal {
        input: true,
        output: true,
        error: true,
        width: Some(80),
    })
}

#[test]
fn findings_are_data_and_remarks_are_not() {
    let ran = with_a_finding()
        .run(["check", "--format", "line"])
        .expect(ExitStatus::Findings);
    assert!(ran.stdout.starts_with("drafts/a.md:"), "{}", ran.stdout);
    assert_eq!(ran.stderr, "");
    let ran = Program::new()
        .file("drafts/a.md", good_draft())
        .run(["check"])
        .success();
    assert_eq!(
        (ran.stdout.as_str(), ran.stderr.as_str()),
        ("", "1 file checked, nothing found\n")
    );
}

#[test]
fn quiet_leaves_data_and_errors() {
    let good = Program::new().file("drafts/a.md", good_draft());
    assert_eq!(good.run(["-q", "check"]).success().stderr, "");
    assert!(!with_a_finding().run(["check", "--quiet"]).stdout.is_empty());
    assert!(!Program::in_empty_folder().run(["-q", "check"]).stderr.is_empty());
    Program::new()
        .run(["-q", "-v", "check"])
        .expect(ExitStatus::CannotStart);
}

#[test]
fn colour_is_for_terminals_that_want_it() {
    let colored =
        |program: Program, arguments: &[&str]| program.run(arguments.iter().copied()).stdout.contains(ESCAPE);
    assert!(colored(on_a_terminal(), &["check"]));
    assert!(!colored(with_a_finding(), &["check"]));
    assert!(!colored(on_a_terminal().variable("NO_COLOR", "1"), &["check"]));
    assert!(colored(on_a_terminal().variable("NO_COLOR", ""), &["check"]));
    assert!(!colored(on_a_terminal().variable("TERM", "dumb"), &["check"]));
    assert!(colored(with_a_finding(), &["check", "--color", "always"]));
    assert!(colored(
        on_a_terminal().variable("NO_COLOR", "1"),
        &["--color=always", "check"]
    ));
    assert!(!colored(on_a_terminal(), &["check", "--color", "never"]));
}

#[test]
fn help_and_errors_obey_it_too() {
    assert!(on_a_terminal().run(["--help"]).stdout.contains(ESCAPE));
    assert!(
        !on_a_terminal()
            .run(["--color", "never", "--help"])
            .stdout
            .contains(ESCAPE)
    );
    assert!(
        !on_a_terminal()
            .variable("NO_COLOR", "1")
            .run(["--help"])
            .stdout
            .contains(ESCAPE)
    );
    assert!(
        Program::new()
            .run(["--color=always", "nonsense"])
            .stderr
            .contains(ESCAPE)
    );
    let error = on_a_terminal().run(["render", "nothing"]).stderr;
    assert!(
        error.starts_with("\u{1b}[1m\u{1b}[31merror\u{1b}[0m: "),
        "{error:?}"
    );
}

#[test]
fn a_closed_pipe_ends_quietly() {
    for arguments in [
        vec!["check"],
        vec!["rules"],
        vec!["--help"],
        vec!["explain", "lead-missing"],
    ] {
        let program = with_a_finding().with_failing_output(ErrorKind::BrokenPipe);
        let ran = program.run(arguments).success();
        assert_eq!(ran.stderr, "");
    }
}

#[test]
fn an_output_that_cannot_be_written_is_an_error() {
    let ran = with_a_finding()
        .with_failing_output(ErrorKind::StorageFull)
        .run(["rules"]);
    let ran = ran.expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: standard output cannot be written: "),
        "{}",
        ran.stderr
    );
}
