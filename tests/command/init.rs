//! `digest init`

use digest_cli::foundation::ExitStatus;

use crate::support::Program;

#[test]
fn what_it_makes_can_be_checked_and_rendered_as_it_is() {
    let program = Program::in_empty_folder();
    let ran = program.run(["init", "demo"]).success();
    assert_eq!(ran.stdout, "");
    assert!(ran.stderr.contains("  created  digest.yaml\n"), "{}", ran.stderr);
    assert!(
        ran.stderr.contains("  created  .digest/ledger.db\n"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("  cd demo\n"), "{}", ran.stderr);
    for file in [
        "demo/digest.yaml",
        "demo/.digest/ledger.db",
        "demo/.digest/key",
        "demo/drafts/2019-02-05-welcome.md",
    ] {
        assert!(ran.files.contains(file), "{file} is not in {:?}", ran.files);
    }
    let program = program.started_in("demo");
    assert_eq!(program.run(["check"]).success().stdout, "");
    let text = program
        .run(["render", "drafts/2019-02-05-welcome.md", "--format", "text"])
        .success();
    assert!(!text.stdout.is_empty());
}

#[test]
fn a_publication_is_not_made_twice() {
    let program = Program::in_empty_folder();
    program.run(["init"]).success();
    let config = program.text("digest.yaml");
    let ran = program.run(["init"]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("is a publication already"), "{}", ran.stderr);
    assert_eq!(program.text("digest.yaml"), config);
}

#[test]
fn what_is_there_is_kept() {
    let program = Program::in_empty_folder().file(".gitignore", "mine\n");
    let ran = program.run(["init"]).success();
    assert!(ran.stderr.contains("  kept     .gitignore\n"), "{}", ran.stderr);
    assert_eq!(program.text(".gitignore"), "mine\n");
}
