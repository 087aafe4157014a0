//! Why copies are not where they should be, as `status` sums it up.

use digest_cli::foundation::ExitStatus;
use serde_json::{Value, json};

use crate::support::{ISSUE_ID, Newsroom, SmtpServer, Step, say};

const LIST: &str = "email,status\n\
    a@example.org,\nb@example.org,\nc@example.com,\nd@example.com,\ne@example.com,\nf@example.org,unsubscribed\n";

/// A relay that knows neither b nor c, and has no room for d and e.
fn newsroom() -> Newsroom {
    let server = SmtpServer::new(|moment| {
        let is = |addresses: [&str; 2]| addresses.iter().any(|address| moment.line.contains(address));
        match moment.step {
            Step::Recipient if is(["b@example.org", "c@example.com"]) => Some(say("550 5.1.1 no such user")),
            Step::Recipient if is(["d@example.com", "e@example.com"]) => Some(say("452 4.2.2 mailbox full")),
            _ => None,
        }
    });
    let newsroom = Newsroom::new(LIST, server);
    newsroom.send([]).expect(ExitStatus::Again);
    newsroom
}

#[test]
fn reasons_are_grouped_by_code_and_domain_the_most_frequent_first() {
    let told = newsroom().run(["status", ISSUE_ID]).success().stdout;
    let reasons: Vec<&str> = told.lines().skip_while(|line| !line.is_empty()).skip(1).collect();
    assert_eq!(
        reasons,
        [
            "2  deferred    4.2.2  example.com  as “mailbox full”",
            "1  rejected    5.1.1  example.com  no such user",
            "1  rejected    5.1.1  example.org  no such user",
            "1  suppressed                      unsubscribed",
        ]
    );
}

#[test]
fn programs_are_told_the_same() {
    let told = newsroom()
        .run(["status", ISSUE_ID, "--format", "json"])
        .success()
        .stdout;
    let told: Value = serde_json::from_str(&told).expect("JSON");
    let reasons = told["issues"][0]["reasons"].as_array().expect("a list").clone();
    assert_eq!(reasons.len(), 4);
    assert_eq!(
        reasons[0],
        json!({ "state": "deferred", "code": "4.2.2", "domain": "example.com", "copies": 2, "example": "mailbox full" })
    );
    assert_eq!(
        reasons[3],
        json!({ "state": "suppressed", "code": null, "domain": null, "copies": 1, "example": "unsubscribed" })
    );
}
