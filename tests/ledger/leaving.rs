//! People who leave, and verdicts on those who have left.

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{Engine, RowFilter, Suppression, SuppressionReason, SuppressionScope, Verdict};
use digest_cli::message::{Outcome, Reply};

use super::fixture::{Desk, MINUTE, hash_of, issue, lost, refused, wanted};

fn entry(desk: &Desk, address: &str, list: &str) -> Suppression {
    Suppression {
        canonical: Some(CanonicalAddress::stored(address)),
        hash: hash_of(address),
        scope: SuppressionScope::List(list.to_owned()),
        reason: SuppressionReason::Unsubscribed,
        since: desk.now,
    }
}

#[test]
fn who_unsubscribes_while_a_send_is_under_way_gets_no_copy() {
    let mut desk = Desk::new();
    desk.plan(&[
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
        wanted("daily", "boris@example.org"),
    ]);
    let claims = desk.claim(2);
    let entries = ["anna@example.org", "boris@example.org"].map(|address| entry(&desk, address, "weekly"));
    desk.engine
        .add_suppressions("weekly.example.org", &entries)
        .unwrap();
    assert!(!desk.intend(claims[0].attempt));
    assert!(
        !desk.intend(claims[1].attempt),
        "its copy carries the token of the list that was left"
    );
    assert_eq!(
        desk.told(),
        [
            "anna@example.org suppressed unsubscribed",
            "boris@example.org planned"
        ]
    );
    let again = desk.claim(9).remove(0);
    assert_eq!(
        (again.attempt, again.lists),
        (claims[1].attempt, vec!["daily".to_owned()])
    );
    assert!(desk.intend(again.attempt));
}

#[test]
fn a_verdict_during_a_send_plans_nobody_who_has_unsubscribed() {
    for (end, verdict) in [
        (lost(), Verdict::NotDelivered),
        (refused(550, "5.2.1 mailbox disabled"), Verdict::Retry),
    ] {
        let mut desk = Desk::new();
        desk.plan(&[
            wanted("weekly", "anna@example.org"),
            wanted("weekly", "boris@example.org"),
            wanted("daily", "boris@example.org"),
        ]);
        desk.send_one(end.clone());
        desk.send_one(end);
        let entries =
            ["anna@example.org", "boris@example.org"].map(|address| entry(&desk, address, "weekly"));
        desk.engine
            .add_suppressions("weekly.example.org", &entries)
            .unwrap();
        let all = RowFilter::default();
        let settled = desk.engine.settle(&issue(), &all, verdict, "anna", desk.now);
        assert_eq!(settled.unwrap(), 2);
        let claimed = desk.claim(9);
        assert_eq!(claimed.len(), 1);
        assert_eq!(claimed[0].canonical.as_str(), "boris@example.org");
        assert_eq!(claimed[0].lists, ["daily"]);
        assert_eq!(desk.told()[0], "anna@example.org suppressed unsubscribed");
    }
}

#[test]
fn a_verdict_plans_nobody_who_was_forgotten() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    desk.send_one(lost());
    let anna = CanonicalAddress::stored("anna@example.org");
    let hash = hash_of(anna.as_str());
    desk.engine
        .forget("weekly.example.org", &anna, &hash, desk.now)
        .unwrap();
    let all = RowFilter::default();
    desk.engine
        .settle(&issue(), &all, Verdict::NotDelivered, "anna", desk.now)
        .unwrap();
    assert_eq!(desk.claim(1), []);
    assert_eq!(desk.told(), [format!("forgotten:{hash} suppressed forgotten")]);
}

#[test]
fn who_unsubscribes_while_the_answer_is_awaited_is_not_tried_again() {
    for end in [refused(451, "4.3.0 later"), Outcome::NotHandedOver] {
        let mut desk = Desk::new();
        desk.plan(&[wanted("weekly", "anna@example.org")]);
        let attempt = desk.claim(1)[0].attempt;
        assert!(desk.intend(attempt));
        let entry = entry(&desk, "anna@example.org", "weekly");
        desk.engine
            .add_suppressions("weekly.example.org", &[entry])
            .unwrap();
        desk.record(attempt, end);
        assert_eq!(desk.told(), ["anna@example.org suppressed unsubscribed"]);
    }
}

#[test]
fn an_answer_that_comes_after_the_person_was_forgotten_does_not_bring_the_address_back() {
    let evidence = "the final dot was answered `354 anna@example.org`".to_owned();
    for (end, told) in [
        (
            Outcome::Accepted(Reply::new(250, "2.0.0 anna@example.org: queued")),
            "accepted",
        ),
        (refused(550, "5.1.1 <anna@example.org> unknown"), "rejected"),
        (
            refused(451, "4.2.1 <anna@example.org> busy"),
            "suppressed forgotten",
        ),
        (Outcome::NotHandedOver, "suppressed forgotten"),
        (Outcome::InDoubt { evidence }, "in_doubt"),
    ] {
        let mut desk = Desk::new();
        desk.plan(&[wanted("weekly", "anna@example.org")]);
        let attempt = desk.claim(1)[0].attempt;
        assert!(desk.intend(attempt));
        let anna = CanonicalAddress::stored("anna@example.org");
        let hash = hash_of(anna.as_str());
        desk.engine
            .forget("weekly.example.org", &anna, &hash, desk.now)
            .unwrap();
        desk.record(attempt, end);
        assert_eq!(desk.told(), [format!("forgotten:{hash} {told}")]);
        let shown = format!("{:?}", desk.rows());
        assert!(!shown.contains("anna"), "{shown}");
    }
}

#[test]
fn the_oldest_suppression_of_a_scope_stays() {
    let mut desk = Desk::new();
    let first = entry(&desk, "anna@example.org", "weekly");
    let later = Suppression {
        since: desk.now + MINUTE,
        reason: SuppressionReason::Complained,
        ..first.clone()
    };
    let all = Suppression {
        scope: SuppressionScope::All,
        since: desk.now + MINUTE,
        reason: SuppressionReason::Bounced,
        ..first.clone()
    };
    let publication = "weekly.example.org";
    desk.engine
        .add_suppressions(publication, &[first.clone(), later, all.clone()])
        .unwrap();
    assert_eq!(desk.engine.suppressions(publication).unwrap(), [first, all]);
    assert_eq!(desk.engine.suppressions("other.example.org").unwrap(), []);
    let lifted = desk.engine.lift_suppressions(
        publication,
        &hash_of("anna@example.org"),
        &SuppressionScope::List("weekly".to_owned()),
    );
    assert_eq!(lifted.unwrap(), 1);
    assert_eq!(desk.engine.suppressions(publication).unwrap().len(), 1);
}

#[test]
fn nothing_brings_the_address_of_someone_forgotten_back() {
    let mut desk = Desk::new();
    let publication = "weekly.example.org";
    let before = Suppression {
        since: desk.now - MINUTE,
        scope: SuppressionScope::All,
        ..entry(&desk, "anna@example.org", "")
    };
    let anna = CanonicalAddress::stored("anna@example.org");
    let hash = hash_of("anna@example.org");
    desk.engine.forget(publication, &anna, &hash, desk.now).unwrap();
    let unsubscribed = entry(&desk, "anna@example.org", "weekly");
    desk.engine
        .add_suppressions(publication, &[before, unsubscribed])
        .unwrap();
    let entries = desk.engine.suppressions(publication).unwrap();
    assert_eq!(entries.len(), 2);
    assert!(entries.iter().all(|entry| entry.canonical.is_none()));
    assert!(
        entries
            .iter()
            .any(|entry| entry.reason == SuppressionReason::Forgotten)
    );
}
