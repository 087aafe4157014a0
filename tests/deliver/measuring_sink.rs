//! The server that the benchmark of sending counts with.

use std::io::{Read as _, Write as _};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use sink::Sink;

#[expect(dead_code, unused_imports, reason = "only the benchmark asks for times")]
#[path = "../../benches/send/sink/mod.rs"]
mod sink;

const ENVELOPE: &str = "MAIL FROM:<a@example.org>\r\nRCPT TO:<b@example.org>\r\nDATA\r\n";
const EMPTY: &str = ".\r\n";
const DOTTED: &str = "Subject: dots\r\n\r\n..\r\n...\r\n. \r\n.\n\r\n.\r\n";

#[test]
fn a_message_counts_once_wherever_the_network_cuts_the_dialogue() {
    let dialogue = format!("EHLO c.example.org\r\n{ENVELOPE}{EMPTY}{ENVELOPE}{DOTTED}QUIT\r\n");
    let sink = Sink::start(Duration::ZERO).expect("a free port");
    for cut in 0..dialogue.len() {
        let (before, after) = dialogue.as_bytes().split_at(cut);
        assert_eq!(
            answers(sink.port(), &[before, after]),
            [
                "220", "250", "250", "250", "354", "250", "250", "250", "354", "250", "221"
            ],
            "cut at {cut}"
        );
    }
    let tallied = sink.tallied();
    let dialogues = dialogue.len() as u64;
    assert_eq!(tallied.messages, 2 * dialogues);
    assert_eq!(tallied.bytes, dialogues * (EMPTY.len() + DOTTED.len()) as u64);
}

#[test]
fn a_message_without_its_end_does_not_count() {
    let sink = Sink::start(Duration::ZERO).expect("a free port");
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, sink.port())).expect("it listens");
    let broken = format!("{ENVELOPE}Subject: cut\r\n\r\n.\r");
    stream.write_all(broken.as_bytes()).expect("it reads");
    stream.shutdown(std::net::Shutdown::Write).expect("it was open");
    let mut answered = String::new();
    stream.read_to_string(&mut answered).expect("it closes");
    assert_eq!(sink.tallied().messages, 0, "{answered}");
}

/// The codes of all replies to what is written piece by piece.
fn answers(port: u16, pieces: &[&[u8]]) -> Vec<String> {
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).expect("it listens");
    stream.set_nodelay(true).expect("an open stream");
    for piece in pieces {
        stream.write_all(piece).expect("it reads");
    }
    let mut answered = String::new();
    stream.read_to_string(&mut answered).expect("it closes");
    let last = |line: &&str| line.as_bytes().get(3) == Some(&b' ');
    answered
        .lines()
        .filter(last)
        .map(|line| line[..3].to_owned())
        .collect()
}
