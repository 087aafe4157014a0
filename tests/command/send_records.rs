//! What keeps a send from the wrong ledger, the wrong name, and nobody.

use digest_cli::foundation::ExitStatus;
use serde_json::Value;

use crate::support::{ISSUE, Newsroom, SmtpServer};

const LIST: &str = "email,name,tags\nann@example.org,Ann,press\nbob@example.org,Bob,\n";

fn newsroom() -> Newsroom {
    Newsroom::new(LIST, SmtpServer::faultless())
}

/// A second issue, like the first.
fn write_second_issue(newsroom: &Newsroom) -> &'static str {
    let text = std::fs::read_to_string(newsroom.path(ISSUE)).expect("the first issue");
    let second = text
        .replace("id: 2019-02-05-crossroads", "id: 2019-02-12-second")
        .replace("issue: 197", "issue: 198");
    assert_ne!(second, text);
    newsroom.write("drafts/second.md", &second);
    "drafts/second.md"
}

#[test]
fn a_publication_that_changes_its_id_is_refused_before_it_mails_everyone_again() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    let yaml = std::fs::read_to_string(newsroom.path("digest.yaml")).expect("digest.yaml");
    let id = yaml
        .lines()
        .find_map(|line| line.strip_prefix("id: "))
        .expect("an id")
        .to_owned();
    newsroom.write(
        "digest.yaml",
        &yaml.replace(&format!("id: {id}"), "id: other.example.org"),
    );
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains("now says `id: other.example.org`"),
        "{}",
        ran.stderr
    );
    assert_eq!(newsroom.taken().len(), 2);
}

#[test]
fn another_issue_is_not_sent_from_a_new_ledger_either() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    let second = write_second_issue(&newsroom);
    std::fs::remove_dir_all(newsroom.path(".digest")).expect("the clone has no ledger");
    let ran = newsroom.run(["send", second, "--yes", "--new-ledger"]);
    assert_eq!(ran.status, ExitStatus::CannotStart, "{}", ran.stderr);
    assert!(
        ran.stderr.contains("was sent from another ledger"),
        "{}",
        ran.stderr
    );
    assert!(!newsroom.path(".digest/ledger.db").exists(), "no ledger is made");
}

#[test]
fn a_tag_that_nobody_has_changes_nothing() {
    let newsroom = newsroom();
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let ran = newsroom.send(["--tag", "pres"]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("has the tag pres"), "{}", ran.stderr);
    assert_eq!(newsroom.number_in("planned"), 1);
}

#[test]
fn a_list_cut_to_its_header_changes_nothing() {
    let newsroom = newsroom();
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    newsroom.write("subscribers/weekly.csv", "email,name,tags\n");
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("there are no subscribers"), "{}", ran.stderr);
    assert_eq!(newsroom.number_in("planned"), 1);
}

#[test]
fn a_list_without_one_usable_row_changes_nothing() {
    let newsroom = newsroom();
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let rows = "email,name,tags\nAnn <a at example.org>,Ann,press\nb,Bob,\n";
    newsroom.write("subscribers/weekly.csv", rows);
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    let told = "subscribers/weekly.csv has nobody who can get a copy: 2 rows of it cannot be used\nhint: `digest subscribers check` tells";
    assert!(ran.stderr.contains(told), "{}", ran.stderr);
    newsroom.write(
        "subscribers/weekly.csv",
        &format!("{rows}cyd@example.org,Cyd,\n")
            .replace("tags", "status")
            .replace("Cyd,", "Cyd,unsubscribed")
            .replace("press", ""),
    );
    let ran = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        ran.stderr.contains(told),
        "one has left, and nobody else can be read: {}",
        ran.stderr
    );
    newsroom.write("subscribers/weekly.csv", rows);
    let ran = newsroom.send(["--tag", "press"]).expect(ExitStatus::CannotStart);
    assert!(ran.stderr.contains("has the tag press"), "{}", ran.stderr);
    assert_eq!(newsroom.number_in("planned"), 1);
}

#[test]
fn status_names_the_message_as_the_relay_knows_it() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    let ran = newsroom
        .run(["status", ISSUE, "--state", "accepted", "--format", "json"])
        .success();
    let document: Value = serde_json::from_str(&ran.stdout).expect("JSON");
    let rows = document["rows"].as_array().expect("rows");
    assert_eq!(rows.len(), 2);
    for copy in newsroom.relay().taken() {
        let row = rows
            .iter()
            .find(|row| row["email"] == copy.address())
            .expect("its row");
        let id = format!(
            "Message-ID: <{}>",
            row["message_id"].as_str().expect("a Message-ID")
        );
        assert!(copy.text.contains(&id), "{id}");
    }
}
