//! A whole send into Postfix's smtp-sink, every dumped message read by Python's `email`.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::sink::SmtpSink;
use crate::support::{SAMPLE_ISSUE, sample_publication};

/// How many subscribers the issue goes to.
const SUBSCRIBERS: usize = 1_000;

fn dumped(folder: &Path) -> Vec<Value> {
    let reader = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/servers/read_messages.py");
    let output = Command::new("python3")
        .arg(reader)
        .arg(folder)
        .output()
        .expect("python3 is installed");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).expect("JSON is UTF-8");
    text.lines()
        .map(|line| serde_json::from_str(line).expect("a line is JSON"))
        .collect()
}

#[test]
fn every_subscriber_gets_one_sound_message_with_all_bullets_and_their_own_name_and_link() {
    let folder = tempfile::tempdir().expect("a folder");
    let dump = folder.path().join("dump");
    let sink = SmtpSink::start(&dump);
    let publication = sample_publication(folder.path().join("publication"), sink.port);
    publication.write("subscribers/weekly.csv", &list());

    let send = ["send", SAMPLE_ISSUE, "--yes", "--new-ledger"];
    for arguments in [&send[..], &send[..3]] {
        let ran = publication.run(arguments);
        let said = String::from_utf8_lossy(&ran.stderr);
        assert_eq!(ran.status.code(), Some(0), "{said}");
    }

    let messages = dumped(&dump);
    let recipients: BTreeSet<&str> = messages
        .iter()
        .filter_map(|message| message["recipient"].as_str())
        .collect();
    assert_eq!(messages.len(), SUBSCRIBERS);
    assert_eq!(recipients.len(), SUBSCRIBERS);
    messages.iter().for_each(assert_sound);
}

fn list() -> String {
    let mut list = "email,name\n".to_owned();
    for number in 0..SUBSCRIBERS {
        let _ = writeln!(list, "reader{number}@example.org,Reader №{number}");
    }
    list
}

#[track_caller]
fn assert_sound(message: &Value) {
    let recipient = message["recipient"].as_str().expect("a recipient");
    let number = recipient
        .trim_start_matches("reader")
        .trim_end_matches("@example.org");
    assert_eq!(message["defects"], Value::Array(vec![]), "{recipient}");
    let longest = message["longest_line"].as_u64().expect("a number");
    assert!(longest <= 998, "{recipient}: a line of {longest} octets");
    let text = message["text"].as_str().expect("text");
    let html = message["html"].as_str().expect("html");
    let bullets = (text.matches("\n- ").count(), html.matches("<li").count());
    assert_eq!(
        bullets,
        (21, 21),
        "{recipient}: bullets in the text and in the HTML part"
    );
    let link = message["list_unsubscribe"].as_str().expect("a header");
    let link = link
        .split(['<', '>'])
        .find(|part| part.starts_with("https://"))
        .expect("an https link");
    for part in [text, html] {
        assert!(part.contains("Written by"), "{recipient}: the byline");
        assert!(
            part.contains(&format!("Reader №{number}")),
            "{recipient}: their own name"
        );
        assert!(part.contains(link), "{recipient}: their own link");
    }
}
