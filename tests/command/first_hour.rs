//! What a newcomer does first, from an empty folder to a mailbox.

use std::fs;

use crate::support::Program;

#[test]
fn an_empty_folder_becomes_mail_in_a_mailbox() {
    let program = Program::in_empty_folder();
    program.run(["init"]).success();
    program.run(["check"]).success();
    program
        .run(["send", "2019-02-05-welcome", "--sandbox", "--yes"])
        .success();
    let mail = program.path(".digest/sandbox/Maildir/new");
    let count = || fs::read_dir(&mail).expect("the sandbox keeps a Maildir").count();
    let sent = count();
    assert!(sent > 0);
    program
        .run(["send", "2019-02-05-welcome", "--sandbox", "--yes"])
        .success();
    assert_eq!(count(), sent, "nobody gets it twice");
}

#[test]
fn addresses_can_come_from_standard_input() {
    let program = Program::in_empty_folder().input("anna@example.org\nzoe@example.net\n");
    program.run(["init"]).success();
    let ran = program.run(["subscribers", "unsubscribe", "-"]).success();
    assert_eq!(
        ran.stderr.matches("gets no more mail").count(),
        2,
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("a***@e***.org"), "{}", ran.stderr);
}
