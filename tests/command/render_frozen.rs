//! `digest render --format eml --as` shows what a send sent, byte for byte.

use digest_cli::foundation::ExitStatus;

use crate::support::{ISSUE, Newsroom, SmtpServer};

const LIST: &str = "email,name\nann@example.org,Ann Àdam\nbob@example.org,\n";

#[test]
fn the_copy_shown_is_the_copy_that_was_sent() {
    let newsroom = Newsroom::new(LIST, SmtpServer::faultless());
    newsroom.send([]).success();
    for copy in newsroom.relay().taken() {
        let shown = newsroom
            .run(["render", ISSUE, "--format", "eml", "--as", copy.address()])
            .success();
        assert_eq!(shown.stdout, copy.text);
    }
}

#[test]
fn a_copy_that_waits_is_shown_as_planned_though_the_draft_has_changed() {
    let newsroom = Newsroom::new(LIST, SmtpServer::faultless());
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let arguments = ["render", ISSUE, "--format", "eml", "--as", "bob@example.org"];
    let planned = newsroom.run(arguments).success();
    newsroom.edit_issue("status: ready", "status: ready\nsubject: Changed since");
    let shown = newsroom.run(arguments).success();
    assert_eq!(shown.stdout, planned.stdout);
    assert!(shown.stderr.contains("reads otherwise now"), "{}", shown.stderr);
    newsroom.edit_issue("\nsubject: Changed since", "");
    newsroom.send([]).success();
    let copies = newsroom.relay().taken();
    let sent = copies.iter().find(|copy| copy.address() == "bob@example.org");
    assert_eq!(sent.map(|copy| copy.text.as_str()), Some(planned.stdout.as_str()));
}
