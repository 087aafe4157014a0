//! `digest send` while people come and go between its runs.

use digest_cli::foundation::{Clock, ExitStatus};

use crate::support::{ISSUE, Newsroom, SmtpServer, readers};

fn at(moment: &str) -> Clock {
    Clock::fixed(moment.parse().expect("a time"))
}

#[test]
fn a_limit_sends_so_many_and_the_next_run_goes_on() {
    let newsroom = Newsroom::of_readers(20, SmtpServer::faultless());
    let ran = newsroom.send(["--limit", "8"]).expect(ExitStatus::Again);
    assert!(
        ran.stderr.contains("12 copies not sent yet, as `--limit 8` asks"),
        "{}",
        ran.stderr
    );
    assert!(ran.stderr.contains("digest send drafts/a.md"), "{}", ran.stderr);
    assert_eq!(newsroom.taken().len(), 8);
    newsroom.send(["--limit", "8"]).expect(ExitStatus::Again);
    newsroom.send(["--limit", "8"]).success();
    assert_eq!(newsroom.taken(), readers(20).collect::<Vec<_>>());
}

#[test]
fn a_dry_run_foretells_what_a_send_says_that_asks_nobody() {
    let newsroom = Newsroom::new(
        "email,status\na@example.org,\nA@Example.Org,\nb@example.org,unsubscribed\nnobody,\nc@example.org,\n",
        SmtpServer::faultless(),
    );
    let foretold = newsroom.send(["--dry-run", "--limit", "1"]).success().stderr;
    assert!(newsroom.states().is_empty());
    assert!(foretold.contains("weekly     5        2"), "{foretold}");
    let told = newsroom.send(["--limit", "1"]).expect(ExitStatus::Again).stderr;
    assert!(told.starts_with(&foretold), "{told}");
    assert_eq!(newsroom.taken().len(), 1);
}

#[test]
fn who_leaves_between_two_runs_gets_nothing_and_who_joins_gets_it() {
    let newsroom = Newsroom::new(
        "email\na@example.org\nb@example.org\nc@example.org\n",
        SmtpServer::faultless(),
    );
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    newsroom.write(
        "subscribers/weekly.csv",
        "email\na@example.org\nc@example.org\nd@example.org\n",
    );
    let ran = newsroom.send([]).success();
    assert!(ran.stderr.contains("1 reader joined"), "{}", ran.stderr);
    assert!(ran.stderr.contains("1 reader left"), "{}", ran.stderr);
    assert_eq!(
        newsroom.taken(),
        ["a@example.org", "c@example.org", "d@example.org"]
    );
    assert_eq!(newsroom.states()["b@example.org"], "suppressed");
}

#[test]
fn who_joins_late_gets_it_only_where_the_sender_says_so() {
    let mut newsroom = Newsroom::new("email\na@example.org\n", SmtpServer::faultless());
    newsroom.send([]).success();
    newsroom = newsroom.clock(at("2019-02-26T09:00:00Z"));
    newsroom.write(
        "subscribers/weekly.csv",
        "email\na@example.org\nlate@example.org\n",
    );
    newsroom.send([]).success();
    assert_eq!(newsroom.states()["late@example.org"], "suppressed");
    let listed = newsroom.run(["status", ISSUE, "--state", "suppressed"]).success();
    assert!(listed.stdout.contains("joined too late"), "{}", listed.stdout);
    newsroom.send(["--late"]).success();
    assert_eq!(newsroom.taken(), ["a@example.org", "late@example.org"]);
}

#[test]
fn one_list_first_and_the_other_later_reach_everyone_once() {
    let newsroom = Newsroom::new(
        "email,name\na@example.org,Ann\nboth@example.org,Bo\n",
        SmtpServer::faultless(),
    );
    newsroom.write(
        "subscribers/monthly.csv",
        "email,name\nBoth@Example.Org,Bo\nm@example.org,Mo\n",
    );
    newsroom.edit_issue("lists: [weekly]", "lists: [weekly, monthly]");
    newsroom.send(["--list", "monthly"]).success();
    assert_eq!(newsroom.taken(), ["Both@example.org", "m@example.org"]);
    let ran = newsroom.send([]).success();
    assert!(ran.stderr.contains("all"), "{}", ran.stderr);
    assert_eq!(
        newsroom.taken(),
        ["Both@example.org", "a@example.org", "m@example.org"]
    );

    let wrong = newsroom
        .send(["--list", "weekley"])
        .expect(ExitStatus::CannotStart);
    assert!(
        wrong.stderr.contains("did you mean `weekly`?"),
        "{}",
        wrong.stderr
    );
}

#[test]
fn planned_copies_outside_a_narrower_send_are_called_off_until_a_wider_one() {
    let newsroom = Newsroom::new("email\na@example.org\nb@example.org\n", SmtpServer::faultless());
    newsroom.write("subscribers/monthly.csv", "email\nm@example.org\nn@example.org\n");
    newsroom.edit_issue("lists: [weekly]", "lists: [weekly, monthly]");
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    let ran = newsroom.send(["--list", "weekly"]).success();
    assert!(
        ran.stderr.contains("2 copies of those planned are not meant"),
        "{}",
        ran.stderr
    );
    newsroom.send([]).success();
    assert_eq!(
        newsroom.taken(),
        ["a@example.org", "b@example.org", "m@example.org", "n@example.org"]
    );
}

#[test]
fn a_tag_narrows_a_send() {
    let list = "email,tags\na@example.org,press\nb@example.org,\nc@example.org,\"board,press\"\n";
    let newsroom = Newsroom::new(list, SmtpServer::faultless());
    newsroom.send(["--tag", "press"]).success();
    assert_eq!(newsroom.taken(), ["a@example.org", "c@example.org"]);
    newsroom.send([]).success();
    assert_eq!(
        newsroom.taken(),
        ["a@example.org", "b@example.org", "c@example.org"]
    );
}

#[test]
fn a_person_on_two_lists_and_twice_on_one_gets_one_copy() {
    let newsroom = Newsroom::new("email\na@example.org\nA@EXAMPLE.ORG\n", SmtpServer::faultless());
    newsroom.write("subscribers/monthly.csv", "email\na@example.org\n");
    newsroom.edit_issue("lists: [weekly]", "lists: [weekly, monthly]");
    let ran = newsroom.send([]).success();
    assert_eq!(newsroom.taken(), ["a@example.org"]);
    let all = ran
        .stderr
        .lines()
        .find(|line| line.starts_with("all"))
        .expect("a sum");
    let numbers: Vec<&str> = all.split_whitespace().skip(1).collect();
    assert_eq!(
        numbers,
        ["3", "1", "0", "0", "0", "0", "0", "2"],
        "{}",
        ran.stderr
    );
}

#[test]
fn a_changed_draft_is_refused_with_the_difference_until_that_is_meant() {
    let newsroom = Newsroom::of_readers(6, SmtpServer::faultless());
    newsroom.send(["--limit", "2"]).expect(ExitStatus::Again);
    newsroom.edit_issue("four ports on the Caspian", "five ports on the Caspian");
    let refused = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(refused.stderr.contains("- Dear"), "{}", refused.stderr);
    assert!(refused.stderr.contains("+ Dear"), "{}", refused.stderr);
    assert!(refused.stderr.contains("five ports"), "{}", refused.stderr);
    assert!(refused.stderr.contains("hint: `--changed`"), "{}", refused.stderr);
    assert_eq!(newsroom.taken().len(), 2);

    newsroom.send(["--changed"]).success();
    let taken = newsroom.relay().taken();
    let number = |words: &str| taken.iter().filter(|copy| copy.text.contains(words)).count();
    assert_eq!((number("four ports"), number("five ports")), (2, 4));
    assert_eq!(newsroom.taken(), readers(6).collect::<Vec<_>>());
}

#[test]
fn a_change_of_a_slot_or_of_the_sender_is_shown_too() {
    let newsroom = Newsroom::of_readers(2, SmtpServer::faultless());
    newsroom.send(["--limit", "1"]).expect(ExitStatus::Again);
    newsroom.edit_issue("default(\"reader\")", "default(\"friend\")");
    let refused = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        refused
            .stderr
            .contains("+ Dear {{ subscriber.name | default(\"friend\") }}"),
        "{}",
        refused.stderr
    );
    newsroom.edit_issue("default(\"friend\")", "default(\"reader\")");
    let yaml = std::fs::read_to_string(newsroom.path("digest.yaml")).expect("digest.yaml");
    newsroom.write(
        "digest.yaml",
        &yaml.replace("news.example.org/u", "news.example.org/leave"),
    );
    let refused = newsroom.send([]).expect(ExitStatus::CannotStart);
    assert!(
        refused
            .stderr
            .contains("+ unsubscribe url: https://news.example.org/leave"),
        "{}",
        refused.stderr
    );
    newsroom.write("digest.yaml", &yaml);
    newsroom.send([]).success();
}

#[test]
fn a_second_try_is_the_same_bytes_although_the_list_has_changed() {
    let server = SmtpServer::new(|moment| {
        let deferred = moment.step == crate::support::Step::Dot && moment.time == 1;
        deferred.then(|| crate::support::say("451 4.3.0 try again"))
    });
    let newsroom = Newsroom::new("email,name\na@example.org,Ann\n", server);
    newsroom.send([]).expect(ExitStatus::Again);
    newsroom.write("subscribers/weekly.csv", "email,name\na@example.org,Another\n");
    newsroom.send([]).success();
    let tries = newsroom.relay().received();
    assert_eq!(tries.len(), 2);
    assert_eq!(tries[0].text, tries[1].text);
    assert!(tries[1].text.contains("Ann"), "{}", tries[1].text);
}

#[test]
fn an_unusable_row_is_in_the_table_and_in_the_ledger() {
    let list = "email,status\na@example.org,\nnobody at example.org,\ngone@example.org,unsubscribed\n";
    let newsroom = Newsroom::new(list, SmtpServer::faultless());
    let ran = newsroom.send([]).success();
    let row = ran
        .stderr
        .lines()
        .find(|line| line.starts_with("weekly"))
        .expect("the list's row");
    let numbers: Vec<&str> = row.split_whitespace().skip(1).collect();
    assert_eq!(
        numbers,
        ["3", "1", "0", "0", "0", "1", "1", "0"],
        "{}",
        ran.stderr
    );
    assert_eq!(newsroom.taken(), ["a@example.org"]);
    assert_eq!(newsroom.states()["nobody at example.org"], "suppressed");
}

#[test]
fn a_local_part_in_another_script_goes_only_to_a_server_that_takes_it() {
    let list = "email\nчитатель@example.org\nplain@example.org\n";
    let server = SmtpServer::faultless().offering(&["PIPELINING", "8BITMIME"]);
    let mut newsroom = Newsroom::new(list, server);
    newsroom.send([]).expect(ExitStatus::Findings);
    assert_eq!(newsroom.taken(), ["plain@example.org"]);
    let refused = newsroom.run(["status", ISSUE, "--state", "rejected"]).success();
    assert!(
        refused.stdout.contains("читатель@example.org"),
        "{}",
        refused.stdout
    );
    assert!(refused.stdout.contains("SMTPUTF8"), "{}", refused.stdout);

    newsroom.replace_relay(SmtpServer::faultless());
    let ran = newsroom
        .run([
            "resolve",
            ISSUE,
            "--retry",
            "читатель@example.org",
            "typo@example.org",
        ])
        .expect(ExitStatus::Findings);
    let warning = "warning: `typo@example.org` has no copy of this issue";
    assert!(
        ran.stderr.contains("1 copy planned again") && ran.stderr.contains(warning),
        "{}",
        ran.stderr
    );
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), ["читатель@example.org"]);
    assert!(newsroom.relay().taken()[0].mail.contains(" SMTPUTF8"));
}

#[test]
fn a_domain_in_another_script_goes_out_in_punycode() {
    let server = SmtpServer::faultless().offering(&["PIPELINING"]);
    let newsroom = Newsroom::new("email\ninfo@почта.example\n", server);
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), ["info@xn--80a1acny.example"]);
    assert!(newsroom.states().contains_key("info@почта.example"));
}

#[test]
fn what_is_cancelled_is_not_sent() {
    let newsroom = Newsroom::of_readers(5, SmtpServer::faultless());
    newsroom.send(["--limit", "2"]).expect(ExitStatus::Again);
    let ran = newsroom.run(["cancel", ISSUE]).success();
    assert!(ran.stderr.contains("3 copies will not be sent"), "{}", ran.stderr);
    let again = newsroom.send([]).success();
    assert_eq!(newsroom.taken().len(), 2);
    assert!(
        again
            .stderr
            .contains("nothing to send: but for the copies cancelled"),
        "{}",
        again.stderr
    );
    assert!(
        again.stdout.contains("3 copies cancelled, which is final"),
        "{}",
        again.stdout
    );
}
