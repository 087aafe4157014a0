//! `digest subscribers unsubscribe`, `resubscribe` and `forget`, in the middle of a send.

use std::fs;

use digest_cli::foundation::ExitStatus;

use crate::support::{ISSUE, Newsroom, SmtpServer, Taken};

pub(super) const LIST: &str = "email,name\nann@example.org,Ann\nbob@example.org,Bob\ncyd@example.org,Cyd\n";

/// The token of a delivered copy, as its reader would give it back.
fn token(copy: &Taken) -> String {
    let folded = copy.text.replace("\r\n ", " ");
    let field = folded
        .lines()
        .find(|line| line.starts_with("List-Unsubscribe:"))
        .expect("the field");
    let (_, rest) = field.split_once("https://news.example.org/u/").expect("the link");
    rest.split('>').next().expect("its end").to_owned()
}

/// The first issue has gone to everyone; the second is not yet sent.
pub(super) fn second_issue() -> Newsroom {
    let newsroom = Newsroom::new(LIST, SmtpServer::faultless());
    newsroom.send([]).success();
    let first = fs::read_to_string(newsroom.path(ISSUE)).expect("the draft");
    let second = first
        .replace("2019-02-05-crossroads", "2019-02-12-second")
        .replace("issue: 197", "issue: 198");
    newsroom.write("drafts/b.md", &second);
    newsroom
}

/// The same, when Bob has left and Cyd was forgotten.
pub(super) fn two_have_left() -> Newsroom {
    let newsroom = second_issue();
    newsroom
        .run(["subscribers", "unsubscribe", "bob@example.org"])
        .success();
    newsroom
        .run(["subscribers", "forget", "cyd@example.org"])
        .success();
    newsroom
}

/// Who has a second copy.
fn second_copies(newsroom: &Newsroom) -> Vec<String> {
    let taken = newsroom.taken();
    let twice = taken.windows(2).filter(|pair| pair[0] == pair[1]);
    twice.map(|pair| pair[0].clone()).collect()
}

#[test]
fn a_token_out_of_a_copy_unsubscribes_its_reader_before_the_rest_is_sent() {
    let newsroom = second_issue();
    newsroom
        .run(["send", "drafts/b.md", "--yes", "--limit", "1"])
        .expect(ExitStatus::Again);
    let copies = newsroom.relay().taken();
    let cyd = copies
        .iter()
        .find(|copy| copy.address() == "cyd@example.org")
        .expect("a copy");
    let token = token(cyd);
    let ran = newsroom.run(["subscribers", "unsubscribe", &token]).success();
    assert!(
        ran.stderr.contains("gets no more mail from `weekly`"),
        "{}",
        ran.stderr
    );
    assert!(
        !ran.stderr.contains("cyd@example.org"),
        "an address is not shown whole: {}",
        ran.stderr
    );

    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org", "bob@example.org"]);
    let listed = newsroom
        .run(["status", "drafts/b.md", "--state", "suppressed"])
        .success();
    assert!(listed.stdout.contains("cyd@example.org"), "{}", listed.stdout);
    assert!(listed.stdout.contains("unsubscribed"), "{}", listed.stdout);
}

#[test]
fn who_comes_back_gets_the_next_send() {
    let newsroom = second_issue();
    newsroom
        .run(["subscribers", "unsubscribe", "bob@example.org"])
        .success();
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org", "cyd@example.org"]);
    newsroom
        .run(["subscribers", "resubscribe", "bob@example.org"])
        .success();
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(
        second_copies(&newsroom),
        ["ann@example.org", "bob@example.org", "cyd@example.org"]
    );
}

#[test]
fn an_import_brings_back_nobody_who_left_or_was_forgotten() {
    let newsroom = second_issue();
    newsroom
        .run(["subscribers", "unsubscribe", "bob@example.org"])
        .success();
    let ran = newsroom
        .run(["subscribers", "forget", "cyd@example.org"])
        .success();
    assert!(
        ran.stderr.contains("1 row taken off lists, 1 row erased"),
        "{}",
        ran.stderr
    );
    let list = fs::read_to_string(newsroom.path("subscribers/weekly.csv")).expect("the list");
    assert_eq!(list, "email,name\nann@example.org,Ann\nbob@example.org,Bob\n");

    newsroom.write("subscribers/weekly.csv", LIST);
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org"]);
    let ledger = fs::read(newsroom.path(".digest/ledger.db")).expect("the ledger");
    let named = ledger
        .windows(b"cyd@example.org".len())
        .any(|window| window == b"cyd@example.org");
    assert!(!named, "the ledger's file still names the one who was forgotten");
    let all = newsroom.run(["status", ISSUE, "--format", "csv"]).success();
    assert!(!all.stdout.contains("cyd"), "{}", all.stdout);
    let accepted = newsroom.run(["status", ISSUE, "--state", "accepted"]).success();
    assert!(
        accepted.stdout.contains("(forgotten)  accepted"),
        "{}",
        accepted.stdout
    );
}

#[test]
fn a_list_of_those_who_leave_is_read_from_standard_input() {
    let newsroom = second_issue().input("ann@example.org\r\n\n  cyd@example.org\n");
    newsroom
        .run(["subscribers", "unsubscribe", "-", "--list", "weekly"])
        .success();
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["bob@example.org"]);
    let back = newsroom
        .run(["subscribers", "resubscribe", "ann@example.org", "bob@example.org"])
        .expect(ExitStatus::Findings);
    assert!(back.stderr.contains("was not suppressed"), "{}", back.stderr);
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org", "bob@example.org"]);
}

#[test]
fn nobodys_token_is_told_and_changes_nothing() {
    let newsroom = second_issue();
    let token = format!("k1.{}", "a".repeat(32));
    let ran = newsroom
        .run(["subscribers", "unsubscribe", &token])
        .expect(ExitStatus::Findings);
    assert!(ran.stderr.contains("nobody's token here"), "{}", ran.stderr);
    let wrong = newsroom
        .run(["subscribers", "unsubscribe", "anna", "ann@example.org"])
        .expect(ExitStatus::Findings);
    assert!(wrong.stderr.contains("`anna` is no address"), "{}", wrong.stderr);
    assert!(
        wrong.stderr.contains("a***@e***.org gets no more mail"),
        "{}",
        wrong.stderr
    );
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom).len(), 2);
}

#[test]
fn who_leaves_is_suppressed_although_a_list_cannot_be_read() {
    let newsroom = second_issue();
    newsroom.write("subscribers/old.csv", "");
    newsroom
        .run(["subscribers", "unsubscribe", "bob@example.org"])
        .success();
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org", "cyd@example.org"]);
}

#[test]
fn who_was_forgotten_stays_so_whatever_comes_later() {
    let newsroom = two_have_left();
    let again = newsroom
        .run([
            "subscribers",
            "unsubscribe",
            "cyd@example.org",
            "--list",
            "weekly",
        ])
        .success();
    assert!(
        !again.stderr.contains("warning"),
        "she was no stranger: {}",
        again.stderr
    );
    let again = newsroom
        .run(["subscribers", "forget", "cyd@example.org"])
        .success();
    assert!(!again.stderr.contains("warning"), "{}", again.stderr);
    let added = newsroom
        .run(["subscribers", "add", "cyd@example.org", "--list", "weekly"])
        .success();
    assert!(added.stderr.contains("which nothing lifts"), "{}", added.stderr);
}

#[test]
fn one_lists_suppression_is_lifted_by_itself() {
    let newsroom = second_issue();
    for more in [&["--list", "weekly"][..], &[]] {
        let words = ["subscribers", "unsubscribe", "bob@example.org"];
        newsroom
            .run(words.into_iter().chain(more.iter().copied()))
            .success();
    }
    let back = newsroom
        .run([
            "subscribers",
            "resubscribe",
            "bob@example.org",
            "--list",
            "weekly",
        ])
        .success();
    assert!(
        back.stderr.contains("is not suppressed for `weekly` any more"),
        "{}",
        back.stderr
    );
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    assert_eq!(second_copies(&newsroom), ["ann@example.org", "cyd@example.org"]);
}
