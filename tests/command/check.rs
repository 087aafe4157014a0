//! `digest check`

use digest_cli::foundation::ExitStatus;

use crate::support::{Program, good_draft};

fn short_bullet() -> String {
    good_draft().replace(
        "- The first note on politics says who did what, and why it matters to readers.",
        "- Too short.",
    )
}

#[test]
fn a_finding_has_its_place_and_what_to_do() {
    let ran = Program::new()
        .file("drafts/a.md", short_bullet())
        .run(["check", "--format", "line"]);
    assert_eq!(ran.status, ExitStatus::Findings);
    let lines: Vec<&str> = ran.stdout.lines().collect();
    assert_eq!(lines.len(), 1, "{}", ran.stdout);
    assert!(lines[0].starts_with("drafts/a.md:14:3: "), "{}", lines[0]);
    assert!(lines[0].contains("[bullet-length]"), "{}", lines[0]);
}

#[test]
fn only_what_is_named_is_checked() {
    let program = Program::new().file("drafts/a.md", short_bullet()).file(
        "drafts/b.md",
        good_draft()
            .replace("2019-02-05-crossroads", "2019-02-12-other")
            .replace("issue: 197", "issue: 198"),
    );
    program.run(["check"]).expect(ExitStatus::Findings);
    program.run(["check", "drafts/b.md"]).success();
    program.run(["check", "./drafts/../drafts/b.md"]).success();
    program.run(["check", "drafts"]).expect(ExitStatus::Findings);
    let inside = program.started_in("drafts");
    inside.run(["check", "b.md"]).success();
    inside.run(["check", "a.md"]).expect(ExitStatus::Findings);
}

#[test]
fn the_least_severity_that_fails_can_be_said() {
    let program = Program::new().file("drafts/a.md", short_bullet());
    program
        .run(["check", "--fail-on", "warning"])
        .expect(ExitStatus::Findings);
    let lenient = Program::new().file(
        "drafts/a.md",
        short_bullet().replace("Too short.", "Seven words are not quite enough here."),
    );
    let found = lenient.run(["check", "--format", "line"]);
    let severity = if found.stdout.contains(": warning: ") {
        "error"
    } else {
        "warning"
    };
    let ran = lenient.run(["check", "--fail-on", severity]);
    let expected = if severity == "error" {
        ExitStatus::Success
    } else {
        ExitStatus::Findings
    };
    assert_eq!(ran.status, expected, "{}", ran.stdout);
}

#[test]
fn json_is_one_document_with_a_version() {
    let clean = Program::new()
        .file("drafts/a.md", good_draft())
        .run(["check", "--format", "json"])
        .success();
    let document: serde_json::Value = serde_json::from_str(&clean.stdout).expect("it is JSON");
    assert!(document["version"].is_number(), "{document}");
    let found = Program::new()
        .file("drafts/a.md", short_bullet())
        .run(["check", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&found.stdout).expect("it is JSON");
    assert!(found.stdout.contains("bullet-length"), "{document}");
}
