//! `digest check`: in which forms it tells what it found, and where to.

use std::fs;

use digest_cli::foundation::{ExitStatus, Terminal};
use serde_json::Value;

use crate::support::{Program, good_draft};

/// A publication with one leftover in its draft.
fn faulty() -> Program {
    Program::new().file(
        "drafts/a.md",
        good_draft().replace("first note on politics", "TODO: on politics"),
    )
}

#[test]
fn several_reports_are_written_at_once() {
    let program = faulty();
    let ran = program
        .run([
            "check",
            "--format",
            "line",
            "--output",
            "sarif=out/findings.sarif",
            "--output",
            "junit=out/findings.xml",
            "--output=json=findings.json",
            "--output",
            "human=findings.txt",
        ])
        .expect(ExitStatus::Findings);
    assert!(
        ran.stdout.starts_with("drafts/a.md:14:7: error: "),
        "{}",
        ran.stdout
    );
    assert_eq!(ran.stdout.lines().count(), 1, "{}", ran.stdout);
    let parsed = |path: &str| serde_json::from_str::<Value>(&program.text(path)).expect("it is JSON");
    assert_eq!(
        parsed("out/findings.sarif")["runs"][0]["results"]
            .as_array()
            .map(Vec::len),
        Some(1)
    );
    assert_eq!(
        parsed("findings.json")["summary"]["rules"]["leftover-placeholder"],
        1
    );
    assert!(
        program
            .text("out/findings.xml")
            .contains("<failure type=\"error\"")
    );
    let human = program.text("findings.txt");
    assert!(human.starts_with("error[leftover-placeholder]: "), "{human}");
}

#[test]
fn a_file_gets_no_colour_although_the_terminal_does() {
    let program = faulty();
    let ran = program.run(["check", "--color", "always", "--output", "human=findings.txt"]);
    assert!(ran.stdout.contains('\u{1b}'), "{:?}", ran.stdout);
    assert!(!program.text("findings.txt").contains('\u{1b}'));
}

#[test]
fn files_are_written_although_nobody_reads_standard_output() {
    let program = faulty().with_failing_output(std::io::ErrorKind::BrokenPipe);
    program.run(["check", "--output", "json=findings.json"]).success();
    assert!(program.text("findings.json").contains("leftover-placeholder"));
}

#[test]
fn a_report_without_its_format_or_file_is_explained() {
    let said = |given: &str| {
        let ran = faulty()
            .run(["check", "--output", given])
            .expect(ExitStatus::CannotStart);
        assert!(ran.files.len() == 2, "{:?}", ran.files);
        ran.stderr
    };
    assert!(said("out.sarif").contains("the format is missing: write `sarif=out.sarif`"));
    assert!(said("out.txt").contains("the format is missing: write `FORMAT=out.txt`"));
    assert!(said("sarf=x").contains("there is no format `sarf`; did you mean `sarif`?"));
    assert!(said("sarif=").contains("the file is missing: write `sarif=FILE`"));
}

#[test]
fn two_reports_cannot_share_a_file() {
    let ran = faulty()
        .run(["check", "--output", "sarif=x", "--output", "json=./drafts/../x"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("`./drafts/../x` is given to two reports"),
        "{}",
        ran.stderr
    );
    assert!(!ran.files.contains("x"));
}

#[cfg(unix)]
#[test]
fn what_is_reached_by_a_link_is_written_to_and_the_link_stays() {
    let program = faulty().file(
        "elsewhere.json",
        "what was there before, and was longer than nothing",
    );
    std::os::unix::fs::symlink(program.path("elsewhere.json"), program.path("link")).expect("a link");
    program
        .run(["check", "--output", "json=link"])
        .expect(ExitStatus::Findings);
    let found = fs::symlink_metadata(program.path("link")).expect("it is there");
    assert!(found.is_symlink());
    let written: Value =
        serde_json::from_str(&program.text("elsewhere.json")).expect("it is JSON, and nothing after");
    assert_eq!(written["version"], 1);
}

#[test]
fn a_report_that_cannot_be_written_is_a_failure() {
    let ran = faulty()
        .run(["check", "--output", "json=drafts/a.md/x"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .starts_with("error: `drafts/a.md/x` cannot be written: "),
        "{}",
        ran.stderr
    );
}

#[test]
fn paths_for_ci_count_from_the_root_of_the_repository() {
    let outer = Program::new()
        .file(".git/HEAD", "")
        .file("news/drafts/a.md", "# TODO\n");
    let outer = outer.file("news/digest.yaml", crate::support::HOUSE_STYLE);
    let ran = outer.run([
        "-C",
        "news",
        "check",
        "--select",
        "leftover-placeholder",
        "--format",
        "github",
    ]);
    assert!(
        ran.stdout.starts_with("::error file=news/drafts/a.md,line=1,"),
        "{}",
        ran.stdout
    );
    let ran = outer.run([
        "-C",
        "news",
        "check",
        "--select",
        "leftover-placeholder",
        "--format",
        "sarif",
    ]);
    assert!(
        ran.stdout.contains("\"uri\": \"news/drafts/a.md\""),
        "{}",
        ran.stdout
    );
}

#[test]
fn statistics_stand_in_place_of_the_findings() {
    let ran = faulty()
        .run(["check", "--statistics", "--output", "line=x"])
        .expect(ExitStatus::Findings);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines[0], "rule                  errors  warnings  notes");
    assert_eq!(lines[1], "leftover-placeholder       1         0      0");
    assert!(
        faulty()
            .run(["check", "--statistics", "--format", "sarif"])
            .expect(ExitStatus::CannotStart)
            .stdout
            .is_empty()
    );
}

#[test]
fn places_are_links_on_a_terminal_that_is_known_to_follow_them() {
    let terminal = Terminal {
        output: true,
        ..Terminal::default()
    };
    let links = |variables: &[(&str, &str)]| {
        let program = variables
            .iter()
            .fold(faulty().terminal(terminal), |program, (name, value)| {
                program.variable(name, value)
            });
        program.run(["check"]).stdout.contains("\u{1b}]8;;file://")
    };
    assert!(links(&[("TERM_PROGRAM", "WezTerm")]));
    assert!(links(&[("VTE_VERSION", "7600")]));
    assert!(links(&[("FORCE_HYPERLINK", "1")]));
    assert!(!links(&[("TERM", "xterm-256color")]));
    assert!(!links(&[("VTE_VERSION", "4800")]));
    assert!(!links(&[("TERM_PROGRAM", "WezTerm"), ("FORCE_HYPERLINK", "0")]));
    assert!(!links(&[("TERM_PROGRAM", "WezTerm"), ("NO_COLOR", "1")]));
    assert!(
        !faulty()
            .variable("TERM_PROGRAM", "WezTerm")
            .run(["check", "--color", "always"])
            .stdout
            .contains("]8;;")
    );
}
