//! `digest send --log`: what happened, line by line, and nobody given away.

use std::fs;
use std::time::Duration;

use digest_cli::foundation::{Clock, ExitStatus};
use digest_cli::message::{Event, Phase, Reply};
use digest_cli::report::SendLog;
use serde_json::{Value, json};

use crate::support::{Newsroom, SmtpServer, Step, say};

/// The second recipient is refused by name, the third is asked to wait, and by the clock of a test the wait never ends.
fn moody() -> SmtpServer {
    SmtpServer::new(|moment| match (moment.step, moment.time) {
        (Step::Recipient, 2) => Some(say("550 5.1.1 <reader002@example.org>: no such user")),
        (Step::Recipient, 3) => Some(say("451 4.7.1 greylisted, try later")),
        _ => None,
    })
}

fn lines(newsroom: &Newsroom) -> Vec<Value> {
    let text = fs::read_to_string(newsroom.path("send.log")).expect("the log");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

fn events<'a>(lines: &'a [Value], event: &str) -> Vec<&'a Value> {
    lines.iter().filter(|line| line["event"] == event).collect()
}

fn one_at_a_time(newsroom: &Newsroom) {
    let config = fs::read_to_string(newsroom.path("digest.yaml")).expect("it is there");
    newsroom.write("digest.yaml", &config.replace("connections: 4", "connections: 1"));
}

#[test]
fn every_event_of_a_send_is_a_line_and_the_last_adds_up() {
    let newsroom = Newsroom::of_readers(3, moody());
    one_at_a_time(&newsroom);
    newsroom.send(["--log", "send.log"]).expect(ExitStatus::Again);
    let lines = lines(&newsroom);
    assert_eq!(lines[0]["event"], "began");
    assert_eq!((&lines[0]["copies"], &lines[0]["log"]), (&3.into(), &1.into()));
    assert_eq!(events(&lines, "connected").len(), 1);
    let outcomes: Vec<(&str, u64)> = events(&lines, "settled")
        .iter()
        .map(|line| {
            (
                line["outcome"].as_str().expect("an outcome"),
                line["attempt"].as_u64().expect("a number"),
            )
        })
        .collect();
    assert_eq!(outcomes, [("accepted", 1), ("rejected", 1), ("deferred", 1)]);
    let rejected = events(&lines, "settled")[1];
    assert_eq!(rejected["code"], 550);
    assert_eq!(rejected["enhanced"], "5.1.1");
    assert_eq!(rejected["phase"], "RCPT");
    let sent = newsroom.relay().taken();
    let id = events(&lines, "settled")[0]["message_id"]
        .as_str()
        .expect("an id");
    assert!(sent[0].text.contains(&format!("<{id}>")), "{id}");
    let ended = lines.last().expect("a last line");
    assert_eq!((&ended["event"], &ended["status"]), (&"ended".into(), &75.into()));
    let states = &ended["account"]["states"];
    assert_eq!((&states["accepted"], &states["deferred"]), (&1.into(), &1.into()));
}

#[test]
fn addresses_are_masked_also_in_what_the_relay_says() {
    let newsroom = Newsroom::of_readers(3, moody());
    one_at_a_time(&newsroom);
    newsroom.send(["--log", "send.log"]).expect(ExitStatus::Again);
    let text = fs::read_to_string(newsroom.path("send.log")).expect("the log");
    assert!(!text.contains("reader0"), "{text}");
    let lines = lines(&newsroom);
    let rejected = events(&lines, "settled")[1];
    assert_eq!(rejected["to"], "r***@e***.org");
    assert_eq!(rejected["reply"], "<r***@e***.org>: no such user");
}

#[test]
fn addresses_are_written_where_they_are_asked_for() {
    let newsroom = Newsroom::of_readers(3, moody());
    one_at_a_time(&newsroom);
    newsroom
        .send(["--log", "send.log", "--log-addresses"])
        .expect(ExitStatus::Again);
    let lines = lines(&newsroom);
    let rejected = events(&lines, "settled")[1];
    assert_eq!(rejected["to"], "reader002@example.org");
    assert_eq!(rejected["reply"], "<reader002@example.org>: no such user");
}

#[test]
fn a_second_send_adds_to_the_log() {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    newsroom
        .send(["--log", "send.log", "--limit", "1"])
        .expect(ExitStatus::Again);
    newsroom.send(["--log", "send.log"]).success();
    let lines = lines(&newsroom);
    assert_eq!(events(&lines, "began").len(), 2);
    assert_eq!(events(&lines, "settled").len(), 3);
    assert_eq!(events(&lines, "ended")[0]["status"], 75);
}

#[cfg(unix)]
#[test]
fn a_new_log_can_be_read_by_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt as _;
    let newsroom = Newsroom::of_readers(1, SmtpServer::faultless());
    newsroom.send(["--log", "send.log"]).success();
    let mode = fs::metadata(newsroom.path("send.log"))
        .expect("the log")
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o600);
}

#[test]
fn a_password_is_never_in_the_log() {
    let server =
        SmtpServer::new(|moment| (moment.step == Step::Auth).then(|| say("535 5.7.8 wrong password")));
    let newsroom = Newsroom::of_readers(1, server.offering(&["PIPELINING", "AUTH PLAIN LOGIN"]))
        .variable("DIGEST_SMTP_PASSWORD", "hunter2");
    let port = newsroom.relay().port();
    newsroom.set_relay(&format!("smtp://ann@127.0.0.1:{port}"), "");
    newsroom
        .send(["--log", "send.log"])
        .expect(ExitStatus::CannotStart);
    let text = fs::read_to_string(newsroom.path("send.log")).expect("the log");
    // As it is, and as AUTH PLAIN and LOGIN encode it.
    for secret in ["hunter2", "AGFubgBodW50ZXIy", "aHVudGVyMg=="] {
        assert!(!text.contains(secret), "{text}");
    }
    let lines = lines(&newsroom);
    let ended = lines.last().expect("a last line");
    assert_eq!(
        ended["why"],
        "the relay refused user or password: `535 5.7.8 wrong password`"
    );
}

#[test]
fn a_relay_that_takes_nothing_for_now_is_a_line_with_what_it_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("send.log");
    let clock = Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time"));
    let mut log = SendLog::open(&path, clock, false).expect("a new file");
    let event = Event::RelayRefuses {
        phase: Phase::Mail,
        patience: Duration::from_mins(5),
        reply: Reply::new(450, "4.7.1 <desk@example.org>: too much mail this hour"),
    };
    log.event(&event, None);
    log.flush();
    let text = fs::read_to_string(&path).expect("the log");
    let line: Value = serde_json::from_str(&text).expect("one line of JSON");
    assert_eq!(
        line,
        json!({
            "time": "2019-02-05T09:00:00Z", "event": "relay_refuses", "phase": "MAIL", "seconds": 300,
            "reply": "450 4.7.1 <d***@e***.org>: too much mail this hour"
        })
    );
}

#[test]
fn nothing_is_sent_where_the_log_cannot_be_written() {
    let newsroom = Newsroom::of_readers(1, SmtpServer::faultless());
    let ran = newsroom
        .send(["--log", "no/such/folder/send.log"])
        .expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr
            .contains("the log `no/such/folder/send.log` cannot be written"),
        "{}",
        ran.stderr
    );
    assert!(newsroom.relay().taken().is_empty());
    assert!(newsroom.states().is_empty(), "found before the plan is written");
}
