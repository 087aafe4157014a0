//! What `digest subscribers` tells of people: who is suppressed, and who is a stranger.

use std::fs;

use digest_cli::foundation::ExitStatus;
use serde_json::Value;

use super::subscribers_leaving::{LIST, second_issue, two_have_left};
use crate::support::Ran;

#[test]
fn who_is_on_no_list_and_never_had_a_copy_is_told_whole_for_it_may_be_mistyped() {
    let newsroom = second_issue();
    let told = |ran: &Ran| -> Vec<String> {
        let warnings = ran.stderr.lines().filter(|line| line.starts_with("warning: "));
        warnings.map(str::to_owned).collect()
    };
    newsroom.write("subscribers/weekly.csv", "email,name\nann@example.org,Ann\n");
    let leaving = ["ann@example.org", "bob@exmaple.org", "bob@example.org"];
    let ran = newsroom
        .run(["subscribers", "unsubscribe"].into_iter().chain(leaving))
        .success();
    let stranger = |is: &str| format!("warning: `bob@exmaple.org` {is}");
    let of_unsubscribe = told(&ran);
    assert_eq!(of_unsubscribe.len(), 1, "{}", ran.stderr);
    assert!(of_unsubscribe[0].starts_with(&stranger("is on no list and never had a copy")));

    let ran = newsroom
        .run(["subscribers", "forget", "bob@exmaple.org", "bob@example.org"])
        .success();
    assert!(told(&ran)[0].starts_with(&stranger("was on no list and never had a copy")));
    assert_eq!(told(&ran).len(), 1, "{}", ran.stderr);
    let ran = newsroom
        .run(["subscribers", "resubscribe", "nab@example.org"])
        .expect(ExitStatus::Findings);
    assert!(
        ran.stderr.contains("`nab@example.org` was not suppressed"),
        "{}",
        ran.stderr
    );
}

#[test]
fn a_list_shows_who_is_suppressed() {
    let newsroom = two_have_left();
    newsroom.write(
        "subscribers/weekly.csv",
        &format!("{LIST}dan@example.org,Dan\nno one,\n"),
    );

    let lists = newsroom.run(["subscribers", "list"]).success();
    let row = lists
        .stdout
        .lines()
        .find(|line| line.starts_with("weekly"))
        .expect("its row");
    let numbers: Vec<&str> = row.split_whitespace().skip(1).collect();
    assert_eq!(
        numbers,
        ["2", "2", "0", "1"],
        "active, suppressed, left, unusable: {}",
        lists.stdout
    );
    let rows = newsroom.run(["subscribers", "list", "weekly"]).success();
    for line in [
        "ann@example.org  Ann  active",
        "bob@example.org  Bob  suppressed: unsubscribed at 2019-",
        "cyd@example.org  Cyd  suppressed: forgotten at 2019-",
        "dan@example.org  Dan  active",
    ] {
        assert!(rows.stdout.contains(line), "{line}: {}", rows.stdout);
    }
    let json = newsroom
        .run(["subscribers", "list", "weekly", "--format", "json"])
        .success();
    let document: Value = serde_json::from_str(&json.stdout).expect("JSON");
    let reasons: Vec<&Value> = (0..3)
        .map(|n| &document["subscribers"][n]["suppressed"]["reason"])
        .collect();
    assert_eq!(
        reasons,
        [&Value::Null, &"unsubscribed".into(), &"forgotten".into()]
    );
}

#[test]
fn whoever_adds_a_person_who_is_suppressed_hears_of_it() {
    let newsroom = two_have_left();
    newsroom.write("subscribers/weekly.csv", "email,name\n");
    let warned = |email: &str| {
        newsroom
            .run(["subscribers", "add", email, "--list", "weekly"])
            .success()
            .stderr
    };
    assert!(
        !warned("ann@example.org").contains("warning"),
        "she may have mail"
    );
    let lifts = "; `digest subscribers resubscribe bob@example.org` lifts that";
    assert!(warned("bob@example.org").contains(lifts));
    assert!(warned("cyd@example.org").contains("which nothing lifts"));
    let back = newsroom
        .run(["subscribers", "resubscribe", "cyd@example.org"])
        .expect(ExitStatus::Findings);
    assert!(back.stderr.contains("forgotten at"), "{}", back.stderr);
}

#[test]
fn a_list_can_be_read_where_the_ledgers_key_is_missing() {
    let newsroom = second_issue();
    fs::remove_file(newsroom.path(".digest/key")).expect("the key");
    let lists = newsroom.run(["subscribers", "list"]).success();
    assert!(
        lists.stderr.contains("who is suppressed is not known here"),
        "{}",
        lists.stderr
    );
    assert!(lists.stdout.contains("weekly"), "{}", lists.stdout);
}

#[test]
fn many_whom_nobody_knows_are_counted_and_not_named() {
    let strangers: String = (0..20).map(|n| format!("stranger{n}@example.net\n")).collect();
    let newsroom = second_issue().input(&strangers);
    let ran = newsroom.run(["subscribers", "unsubscribe", "-"]).success();
    let warning = "warning: 20 addresses stand on no list";
    assert!(ran.stderr.contains(warning), "{}", ran.stderr);
    assert!(!ran.stderr.contains("@example.net"), "{}", ran.stderr);
}

#[test]
fn where_the_ledger_is_elsewhere_that_is_told() {
    let newsroom = two_have_left();
    fs::remove_file(newsroom.path(".digest/ledger.db")).expect("the ledger");
    let lists = newsroom.run(["subscribers", "list"]).success();
    assert!(
        lists.stderr.contains("who is suppressed is not known here"),
        "{}",
        lists.stderr
    );
}
