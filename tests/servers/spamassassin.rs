//! What SpamAssassin thinks of an issue as `init` makes it, signed as a real copy is.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::compose::dkim_key;
use crate::support::{Newsroom, Program, SmtpServer};

/// Its score by the rules that need no network, and its reasons.
fn score(message: &str) -> (f64, String) {
    let mut process = Command::new("spamassassin")
        .args(["--local", "--test-mode"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("spamassassin is installed");
    let mut pipe = process.stdin.take().expect("a pipe");
    pipe.write_all(message.as_bytes()).expect("it reads");
    drop(pipe);
    let output = process.wait_with_output().expect("it ends");
    let report = String::from_utf8_lossy(&output.stdout).into_owned();
    let (_, details) = report.split_once("Content analysis details:").expect("a report");
    let points = details.trim_start().trim_start_matches('(');
    let (points, _) = points.split_once(" points").expect("a score");
    (points.trim().parse().expect("a number"), details.to_owned())
}

#[test]
fn a_fresh_newsletters_first_issue_is_no_spam() {
    let made = Program::in_empty_folder();
    made.run(["init"]).success();
    let draft = "drafts/2019-02-05-welcome.md";
    let message = made.run(["render", draft, "--format", "eml"]).success().stdout;
    let (points, why) = score(&message);
    assert!(points < 1.0, "{why}");
}

#[test]
fn a_copy_that_was_sent_is_no_spam() {
    let newsroom = Newsroom::of_readers(1, SmtpServer::faultless());
    newsroom.configure("dkim: { selector: s1, key_file: .digest/dkim.pem }\nbounce: bounces@example.org\n");
    newsroom.write_secret(".digest/dkim.pem", &dkim_key());
    newsroom.send([]).success();
    let (points, why) = score(&newsroom.relay().taken()[0].text);
    assert!(points < 1.0, "{why}");
}
