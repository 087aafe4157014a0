//! `digest send --sandbox`: the sample publication, as a newcomer sends it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Output;

use mail_parser::{Message, MessageParser, MimeHeaders};
use serde_json::Value;

use crate::support::{SAMPLE_ISSUE, sample_publication};

const SEND: [&str; 4] = ["send", SAMPLE_ISSUE, "--sandbox", "--yes"];

/// The sample's list: 26 rows, of which one has unsubscribed.
const ROWS: u64 = 26;
const ACCEPTED: usize = 25;

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("the program writes UTF-8")
}

#[track_caller]
fn well(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// Every message in a Maildir, as it lies there.
fn mails(maildir: &Path) -> Vec<Vec<u8>> {
    let entries = fs::read_dir(maildir.join("new")).expect("a Maildir");
    entries
        .map(|entry| fs::read(entry.expect("an entry").path()).expect("a message"))
        .collect()
}

fn header<'a>(message: &'a Message<'a>, name: &'a str) -> &'a str {
    message.header_raw(name).unwrap_or_default().trim()
}

/// The rows of the sample's list: name by address.
fn names() -> BTreeMap<String, String> {
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("subscribers/weekly.csv");
    let mut reader = csv::Reader::from_path(list).expect("the sample's list");
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| (row[0].to_owned(), row[1].to_owned())).collect()
}

#[test]
fn the_first_command_ends_well_and_a_second_one_sends_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let publication = sample_publication(folder.path().to_owned(), 1);
    let maildir = folder.path().join(".digest/sandbox/Maildir");

    let told = well(&publication.run(&SEND));
    assert!(told.contains(&maildir.display().to_string()), "{told}");
    let numbers: Vec<u64> = told
        .lines()
        .find(|line| line.starts_with("2026-11-23-caspian-ports"))
        .expect("the issue's line")
        .split_whitespace()
        .skip(1)
        .map(|number| number.parse().expect("a number"))
        .collect();
    let (total, states) = numbers.split_last().expect("numbers");
    assert_eq!((*total, states.iter().sum::<u64>()), (ROWS, ROWS), "{told}");
    assert_eq!(mails(&maildir).len(), ACCEPTED);

    let again = publication.run(&SEND);
    assert!(well(&again).contains(&told[..told.find("mail").expect("a line")]));
    assert!(text(&again.stderr).contains("nothing to send"));
    assert_eq!(mails(&maildir).len(), ACCEPTED);

    let status: Value = serde_json::from_str(&well(&publication.run(&[
        "status",
        "--sandbox",
        "--format",
        "json",
    ])))
    .expect("status prints JSON");
    let issue = &status["issues"][0];
    assert_eq!(issue["issue"], "2026-11-23-caspian-ports");
    assert_eq!(issue["total"], ROWS);
    assert_eq!(issue["states"]["accepted"], ACCEPTED);
    assert_eq!(issue["states"]["suppressed"], ROWS - ACCEPTED as u64);
}

#[test]
fn a_rehearsal_leaves_no_trace_where_real_sends_are_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let publication = sample_publication(folder.path().to_owned(), 1);
    well(&publication.run(&SEND));
    for real in ["sends", ".digest/ledger.db", ".digest/key"] {
        assert!(!folder.path().join(real).exists(), "{real}");
    }
}

#[test]
fn what_goes_on_with_a_rehearsal_is_a_rehearsal() {
    let folder = tempfile::tempdir().expect("a folder");
    let publication = sample_publication(folder.path().to_owned(), 1);
    let output = publication.run(&[&SEND[..], &["--limit", "3"]].concat());
    assert_eq!(output.status.code(), Some(75));
    let said = text(&output.stderr);
    assert!(
        said.contains(&format!("run `digest send {SAMPLE_ISSUE} --sandbox` again")),
        "{said}"
    );
}

#[test]
fn every_accepted_row_has_one_sound_message_of_its_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let publication = sample_publication(folder.path().to_owned(), 1);
    well(&publication.run(&SEND));
    let names = names();
    let mut tokens = BTreeMap::new();
    for octets in mails(&folder.path().join(".digest/sandbox/Maildir")) {
        let message = MessageParser::default().parse(&octets).expect("a message");
        let to = message
            .to()
            .and_then(|to| to.first())
            .and_then(|to| to.address())
            .expect("an address");
        let name = names
            .get(to)
            .or_else(|| {
                // IDN domains are written as A-labels in headers too.
                let (local, domain) = to.split_once('@')?;
                let (unicode, _) = idna::domain_to_unicode(domain);
                names.get(&format!("{local}@{unicode}"))
            })
            .unwrap_or_else(|| panic!("{to} stands on the list"));
        assert_sound(&message, &octets, to);
        let greeting = if name.is_empty() { "reader" } else { name };
        let plain = message.body_text(0).expect("a text part");
        let html = message.body_html(0).expect("an HTML part");
        assert!(plain.contains(&format!("Dear {greeting},")), "{to}: {plain}");
        let escaped = greeting.replace('\'', "&#x27;");
        assert!(
            html.contains(&format!("Dear {greeting},")) || html.contains(&format!("Dear {escaped},")),
            "{to}: {html}"
        );
        let leave = header(&message, "List-Unsubscribe");
        let token = leave
            .split("https://news.example.org/u/")
            .nth(1)
            .and_then(|rest| rest.split('>').next())
            .unwrap_or_else(|| panic!("{to}: {leave}"));
        for part in [&*plain, &*html] {
            assert!(
                part.contains(&format!("https://news.example.org/u/{token}")),
                "{to}: {part}"
            );
        }
        assert!(
            tokens.insert(token.to_owned(), to.to_owned()).is_none(),
            "{to}: {token}"
        );
    }
    assert_eq!(tokens.len(), ACCEPTED);
}

/// Both parts, the fields that must be there once, no line too long, nothing but ASCII on the wire.
#[track_caller]
fn assert_sound(message: &Message<'_>, octets: &[u8], to: &str) {
    assert_eq!(
        (message.text_body_count(), message.html_body_count()),
        (1, 1),
        "{to}"
    );
    assert_eq!(message.attachment_count(), 0, "{to}");
    let kind = message.content_type().expect("a type");
    assert_eq!(
        (kind.ctype(), kind.subtype()),
        ("multipart", Some("alternative")),
        "{to}"
    );
    for name in [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "List-Id",
        "List-Unsubscribe",
        "MIME-Version",
    ] {
        let fields = message
            .headers_raw()
            .filter(|(field, _)| field.eq_ignore_ascii_case(name));
        assert_eq!(fields.count(), 1, "{to}: {name}");
    }
    assert!(
        message.header_raw("List-Unsubscribe-Post").is_none(),
        "{to}: one_click is not set"
    );
    assert!(octets.is_ascii(), "{to}");
    for line in octets.split(|octet| *octet == b'\n') {
        assert!(line.len() <= 998, "{to}: {}", String::from_utf8_lossy(line));
    }
}
