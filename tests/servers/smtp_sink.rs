//! A whole send into Postfix's smtp-sink, every dumped message read by Python's `email`.

use std::collections::BTreeSet;
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{Child, Command, Stdio};

use serde_json::Value;

use crate::support::{SAMPLE_ISSUE, sample_publication};

/// How many subscribers the issue goes to.
const SUBSCRIBERS: usize = 1_000;

/// A running smtp-sink that dumps each message to a file; ended when dropped.
struct SmtpSink {
    process: Child,
    port: u16,
}

impl SmtpSink {
    fn start(dump: &Path) -> Self {
        std::fs::create_dir_all(dump).expect("a folder for the dump");
        let port = TcpListener::bind("127.0.0.1:0")
            .expect("a free port")
            .local_addr()
            .expect("its number")
            .port();
        // As root it wants a user to become; the dump's folder belongs to us, so we stay who we are.
        let process = Command::new("/usr/sbin/smtp-sink")
            .args([
                "-u",
                "root",
                "-d",
                &format!("{}/%H%M%S.", dump.display()),
                &format!("127.0.0.1:{port}"),
                "100",
            ])
            .stdout(Stdio::null())
            .spawn()
            .expect("smtp-sink is installed (scripts/test does that)");
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            std::thread::yield_now();
        }
        Self { process, port }
    }
}

impl Drop for SmtpSink {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

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
    let rows: String = (0..SUBSCRIBERS)
        .map(|n| format!("reader{n}@example.org,Reader №{n}\n"))
        .collect();
    publication.write("subscribers/weekly.csv", &format!("email,name\n{rows}"));

    let send = ["send", SAMPLE_ISSUE, "--yes", "--new-ledger"];
    let first = publication.run(&send);
    assert_eq!(
        first.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&first.stderr)
    );
    let again = publication.run(&send[..3]);
    assert_eq!(
        again.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&again.stderr)
    );

    let messages = dumped(&dump);
    let recipients: BTreeSet<&str> = messages
        .iter()
        .filter_map(|message| message["recipient"].as_str())
        .collect();
    assert_eq!(messages.len(), SUBSCRIBERS);
    assert_eq!(recipients.len(), SUBSCRIBERS);
    for message in &messages {
        let recipient = message["recipient"].as_str().expect("a recipient");
        let number = recipient
            .trim_start_matches("reader")
            .trim_end_matches("@example.org");
        let (text, html) = (
            message["text"].as_str().expect("text"),
            message["html"].as_str().expect("html"),
        );
        assert_eq!(message["defects"], Value::Array(vec![]), "{recipient}");
        assert!(
            message["longest_line"].as_u64().expect("a number") <= 998,
            "{recipient}"
        );
        assert_eq!(
            text.matches("\n- ").count(),
            21,
            "{recipient}: bullets in the text part"
        );
        assert_eq!(
            html.matches("<li").count(),
            21,
            "{recipient}: bullets in the HTML part"
        );
        for part in [text, html] {
            assert!(part.contains("Written by"), "{recipient}: the byline");
            assert!(
                part.contains(&format!("Reader №{number}")),
                "{recipient}: their own name"
            );
        }
        let link = message["list_unsubscribe"].as_str().expect("a header");
        let https = link
            .split('<')
            .find(|part| part.starts_with("https://"))
            .expect("an https link");
        let https = https.split('>').next().expect("ends");
        assert!(
            text.contains(https) && html.contains(https),
            "{recipient}: their own link"
        );
    }
}
