//! A publication whose key was changed, and copies that came back.

use std::fs;

use digest_cli::foundation::{Clock, Environment, Interrupt, Terminal};
use digest_cli::publication::Publication;
use digest_cli::workflow::{Account, Desk};

use crate::support::{ISSUE, ISSUE_ID, Newsroom, SmtpServer, Taken};

fn newsroom() -> Newsroom {
    let newsroom = Newsroom::of_readers(3, SmtpServer::faultless());
    newsroom.configure("bounce: bounces@example.org\n");
    newsroom
}

/// A second issue of the same newsletter.
fn second_issue(newsroom: &Newsroom) {
    let first = fs::read_to_string(newsroom.path(ISSUE)).expect("the draft");
    let second = first
        .replace(ISSUE_ID, "2019-02-12-second")
        .replace("issue: 197", "issue: 198");
    newsroom.write("drafts/b.md", &second);
}

/// A new key in front of those that are there.
fn add_key(newsroom: &Newsroom) {
    let keys = fs::read_to_string(newsroom.path(".digest/key")).expect("a key");
    newsroom.write(".digest/key", &format!("k2:{}\n{keys}", "5a".repeat(32)));
}

fn account(newsroom: &Newsroom) -> Account {
    let publication = Publication::open(&newsroom.path("")).expect("a publication");
    let environment = Environment {
        variables: std::collections::BTreeMap::new(),
        directory: newsroom.path(""),
        terminal: Terminal::default(),
        clock: Clock::fixed("2019-02-05T09:00:00Z".parse().expect("a time")),
        interrupt: Interrupt::new(),
    };
    Account::open(&publication, &environment, Desk::Live).expect("an account")
}

fn sender(copy: &Taken) -> &str {
    let from = copy.mail.find('<').map_or(0, |at| at + 1);
    &copy.mail[from..copy.mail.find('>').expect("its end")]
}

fn field(copy: &Taken, name: &str) -> String {
    let folded = copy.text.replace("\r\n ", " ");
    let field = folded.lines().find_map(|line| line.strip_prefix(name));
    field.expect("the field").trim().to_owned()
}

#[test]
fn a_bounce_says_which_copy_of_which_issue_it_is_about() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    second_issue(&newsroom);
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    let mut account = account(&newsroom);
    let copies = newsroom.relay().taken();
    assert_eq!(copies.len(), 6);
    for (at, copy) in copies.iter().enumerate() {
        let (issue, row) = account
            .bounced_at(sender(copy))
            .expect("an answer")
            .expect("a copy");
        assert_eq!(row.mail_to, copy.address());
        assert_eq!(row.lists, ["weekly"]);
        assert_eq!(issue.issue, [ISSUE_ID, "2019-02-12-second"][at / 3]);
    }
    let forged = sender(&copies[0])
        .replace("k1-1-", "k1-2-")
        .replace("k1-3-", "k1-2-");
    let forged = if forged == sender(&copies[0]) {
        forged.replace("k1-2-", "k1-1-")
    } else {
        forged
    };
    assert!(account.bounced_at(&forged).expect("an answer").is_none());
    assert!(
        account
            .bounced_at("bounces@example.org")
            .expect("an answer")
            .is_none()
    );
}

#[test]
fn the_bounce_of_a_test_copy_counts_for_nobody() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    newsroom
        .run(["send", ISSUE, "--test", "editor@example.org"])
        .success();
    let copies = newsroom.relay().taken();
    let test = copies
        .iter()
        .find(|copy| copy.address() == "editor@example.org")
        .expect("a copy");
    assert!(
        account(&newsroom)
            .bounced_at(sender(test))
            .expect("an answer")
            .is_none()
    );
}

#[test]
fn after_a_change_of_key_new_tokens_are_made_with_it_and_old_ones_still_count() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    add_key(&newsroom);
    second_issue(&newsroom);
    newsroom.run(["send", "drafts/b.md", "--yes"]).success();
    let copies = newsroom.relay().taken();
    let token = |copy: &Taken| {
        let field = field(copy, "List-Unsubscribe:");
        let (_, rest) = field.split_once("/u/").expect("the link");
        rest.split('>').next().expect("its end").to_owned()
    };
    let (old, new) = (&copies[0], &copies[3]);
    assert!(token(old).starts_with("k1."), "{}", token(old));
    assert!(token(new).starts_with("k2."), "{}", token(new));
    assert!(sender(new).starts_with("bounces+k2-"), "{}", sender(new));
    let mut account = account(&newsroom);
    for copy in [old, new] {
        let (_, row) = account
            .bounced_at(sender(copy))
            .expect("an answer")
            .expect("a copy");
        assert_eq!(row.mail_to, copy.address());
        let ran = newsroom
            .run(["subscribers", "unsubscribe", &token(copy)])
            .success();
        assert!(ran.stderr.contains("gets no more mail"), "{}", ran.stderr);
    }
}

#[test]
fn a_copy_is_called_the_same_after_a_change_of_key() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    let before = newsroom
        .run(["status", ISSUE_ID, "--state", "accepted", "--format", "json"])
        .success();
    add_key(&newsroom);
    let after = newsroom
        .run(["status", ISSUE_ID, "--state", "accepted", "--format", "json"])
        .success();
    assert_eq!(before.stdout, after.stdout);
    let sent = field(&newsroom.relay().taken()[0], "Message-ID:");
    let sent = sent.trim_matches(['<', '>']);
    assert!(after.stdout.contains(sent), "{}\n{sent}", after.stdout);
}

#[test]
fn without_its_own_key_a_ledger_says_where_that_belongs() {
    let newsroom = newsroom();
    newsroom.send([]).success();
    newsroom.write(".digest/key", &format!("k2:{}\n", "5a".repeat(32)));
    let ran = newsroom.run(["status", ISSUE_ID]);
    assert!(
        ran.stderr
            .contains("where there are several keys, the ledger's own stands last"),
        "{}",
        ran.stderr
    );
}
