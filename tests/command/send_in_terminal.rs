//! The confirmation of `digest send`, on a pseudo-terminal.

use digest_cli::foundation::ExitStatus;
use rexpect::process::WaitStatus;
use rexpect::reader::Options;
use rexpect::session::{PtySession, spawn_with_options};

use crate::support::{ISSUE, Newsroom, SmtpServer};

/// Long enough for a machine that is busy with other tests.
const TIMEOUT: u64 = 30_000;
const QUESTION: &str = "Type the number of recipients (3) to send";

fn asked() -> (Newsroom, PtySession) {
    let newsroom = Newsroom::of_readers(5, SmtpServer::faultless());
    newsroom.send(["--limit", "2"]).expect(ExitStatus::Again);
    let mut command = newsroom.process(["send", ISSUE]);
    command.env("TERM", "xterm");
    let options = Options::new()
        .timeout_ms(Some(TIMEOUT))
        .strip_ansi_escape_codes(true);
    let mut session = spawn_with_options(command, options).expect("the program starts on a pseudo-terminal");
    session.exp_string(QUESTION).expect("the question");
    (newsroom, session)
}

fn end(mut session: PtySession) -> (i32, String) {
    let said = session.exp_eof().expect("the program ends");
    match session.process().wait() {
        Ok(WaitStatus::Exited(_, status)) => (status, said),
        other => panic!("{other:?}; it said: {said}"),
    }
}

fn answered(answer: &str) -> (Newsroom, i32, String) {
    let (newsroom, mut session) = asked();
    session.send(answer).expect("the program listens");
    session.flush().expect("the program listens");
    let (status, said) = end(session);
    (newsroom, status, said)
}

#[test]
fn the_right_number_sends() {
    let (newsroom, status, said) = answered("3\r");
    assert_eq!(status, 0, "{said}");
    assert_eq!(newsroom.taken().len(), 5);
}

#[test]
fn another_number_or_none_sends_nothing() {
    for answer in ["2\r", "\r", "yes 3\r"] {
        let (newsroom, status, said) = answered(answer);
        assert_eq!(status, 130, "{said}");
        assert!(said.contains("nothing was sent"), "{said}");
        assert_eq!(newsroom.taken().len(), 2);
    }
}

#[test]
fn ctrl_c_at_the_question_sends_nothing() {
    let (newsroom, mut session) = asked();
    session.send_control('c').expect("the program listens");
    let (status, said) = end(session);
    assert_eq!(status, 130, "{said}");
    assert_eq!(said.matches("nothing was sent").count(), 1, "{said}");
    assert_eq!(newsroom.taken().len(), 2);
    newsroom.send([]).success();
}
