//! What the program says when it ends.

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, TestPublication, good_draft};

#[test]
fn help_and_version_are_data() {
    for arguments in [
        vec!["--help"],
        vec!["-h"],
        vec!["--version"],
        vec!["help", "check"],
        vec!["new", "--help"],
    ] {
        let ran = Program::in_empty_folder().run(arguments.clone()).success();
        assert!(!ran.stdout.is_empty(), "{arguments:?}");
        assert_eq!(ran.stderr, "", "{arguments:?}");
    }
    assert_eq!(
        Program::new().run(["--version"]).stdout,
        concat!("digest ", env!("CARGO_PKG_VERSION"), "\n")
    );
}

#[test]
fn wrong_usage_is_told_with_what_was_meant() {
    let ran = Program::new().run(["chekc"]).expect(ExitStatus::CannotStart);
    assert_eq!(ran.stdout, "");
    assert!(
        ran.stderr.contains("unrecognized subcommand 'chekc'"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("'check'"), "{}", ran.stderr);
    let ran = Program::new()
        .run(["check", "--fail-on", "never"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .contains("`never` is no severity: write `info`, `warning` or `error`"),
        "{}",
        ran.stderr
    );
}

#[test]
fn without_a_command_the_help_is_an_error() {
    let ran = Program::new().run([]).expect(ExitStatus::CannotStart);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("Usage: digest"), "{}", ran.stderr);
}

#[test]
fn outside_a_publication_nothing_can_start() {
    let ran = Program::in_empty_folder()
        .run(["check"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: there is no digest.yaml in `"),
        "{}",
        ran.stderr
    );
    assert!(
        ran.stderr.contains("\nhint: `digest init` makes a publication"),
        "{}",
        ran.stderr
    );
}

#[test]
fn mistakes_in_the_configuration_are_drawn_and_counted() {
    let broken = "id: weekly.example.org\ntitel: Our Weekly\nfrom: { name: Our Weekly, email: nowhere }\n";
    let program = Program::of(TestPublication::with_config(broken));
    let ran = program.run(["check"]).expect(ExitStatus::CannotStart);
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("digest.yaml:2:1"), "{}", ran.stderr);
    assert!(ran.stderr.contains("digest.yaml:3:"), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("error: `digest.yaml` has 2 mistakes\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn findings_are_a_status_of_their_own() {
    let wrong = good_draft().replace("## Society and Culture", "## Society and Cultur");
    let program = Program::new().file("drafts/a.md", wrong);
    program.run(["check"]).expect(ExitStatus::Findings);
    Program::new()
        .file("drafts/a.md", good_draft())
        .run(["check"])
        .success();
}

#[test]
fn a_folder_that_is_not_there_is_named() {
    let ran = Program::new()
        .run(["-C", "nowhere", "check"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.starts_with("error: there is no folder `nowhere`\n"),
        "{}",
        ran.stderr
    );
}

#[test]
fn the_program_starts_where_it_is_told() {
    let program = Program::new()
        .file("sub/digest.yaml", "id: [")
        .file("drafts/a.md", good_draft());
    program.run(["check"]).success();
    program
        .run(["-C", "sub", "check"])
        .expect(ExitStatus::CannotStart);
    program.run(["check", "-C", "drafts"]).success();
}
