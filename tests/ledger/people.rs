//! What people decide, and what they are shown.

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{Engine, RowFilter, RowState, Verdict};
use rusqlite::Connection;

use super::fixture::{Desk, accepted, edition, hash_of, issue, lost, packed, refused, wanted};

/// One row in each of: accepted, deferred, rejected, in doubt, planned.
fn mixed() -> Desk {
    let mut desk = Desk::new();
    let rows: Vec<_> = (0..5)
        .map(|n| wanted("weekly", &format!("r{n}@example.org")))
        .collect();
    desk.plan(&rows);
    desk.send_one(accepted());
    desk.send_one(refused(450, "4.2.1 mailbox busy"));
    desk.send_one(refused(550, "5.1.1 no such user"));
    desk.send_one(lost());
    desk
}

fn states(states: &[RowState]) -> RowFilter {
    RowFilter {
        states: states.to_vec(),
        ..RowFilter::default()
    }
}

#[test]
fn every_state_is_counted_also_the_empty_ones() {
    let mut desk = mixed();
    let counts = desk.engine.counts(&issue()).unwrap();
    let counts: Vec<u64> = RowState::ALL.iter().map(|state| counts[state]).collect();
    assert_eq!(counts, [1, 1, 0, 1, 1, 1, 0, 0]);
    let unknown = digest_cli::ledger::IssueKey {
        issue: "another".to_owned(),
        ..issue()
    };
    assert_eq!(desk.engine.counts(&unknown).unwrap().values().sum::<u64>(), 0);
    assert_eq!(
        desk.engine.rows(&unknown, &RowFilter::default(), 0, 9).unwrap(),
        []
    );
}

#[test]
fn rows_come_in_pages_in_id_order_and_filters_hold() {
    let mut desk = mixed();
    let page = desk.engine.rows(&issue(), &RowFilter::default(), 0, 3).unwrap();
    let ids: Vec<i64> = page.iter().map(|row| row.id).collect();
    assert_eq!(ids, [1, 2, 3]);
    let rest = desk.engine.rows(&issue(), &RowFilter::default(), 3, 3).unwrap();
    assert_eq!(rest.len(), 2);
    let mut found = |filter: &RowFilter| -> Vec<i64> {
        let rows = desk.engine.rows(&issue(), filter, 0, 9).unwrap();
        rows.iter().map(|row| row.id).collect()
    };
    assert_eq!(
        found(&states(&[
            RowState::InDoubt,
            RowState::Planned,
            RowState::Accepted
        ])),
        [1, 4, 5]
    );
    let code = RowFilter {
        enhanced: Some("5.1.1".to_owned()),
        ..RowFilter::default()
    };
    assert_eq!(found(&code), [3]);
    let named = RowFilter {
        addresses: vec![
            CanonicalAddress::stored("r4@example.org"),
            CanonicalAddress::stored("r2@example.org"),
        ],
        ..RowFilter::default()
    };
    assert_eq!(found(&named), [3, 5]);
    assert_eq!(
        found(&RowFilter {
            states: vec![RowState::Planned],
            ..named
        }),
        [5]
    );
}

#[test]
fn a_verdict_changes_the_rows_it_fits_and_is_written_down() {
    let mut desk = mixed();
    let all = RowFilter::default();
    let mut settle = |verdict| {
        desk.engine
            .settle(&issue(), &all, verdict, "anna@desk", desk.now)
            .unwrap()
    };
    assert_eq!(settle(Verdict::Retry), 1);
    assert_eq!(settle(Verdict::Delivered), 1);
    assert_eq!(settle(Verdict::NotDelivered), 0);
    assert_eq!(
        desk.told(),
        [
            "r0@example.org accepted",
            "r1@example.org deferred",
            "r2@example.org planned",
            "r3@example.org accepted delivered, says anna@desk",
            "r4@example.org planned",
        ]
    );
    let file = Connection::open(desk.path()).unwrap();
    let mut log = file
        .prepare("SELECT who || ' ' || verdict || ' ' || copy || ' ' || before FROM resolution ORDER BY id")
        .unwrap();
    let log: Vec<String> = log
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    assert_eq!(log, ["anna@desk retry 3 4", "anna@desk delivered 4 5"]);
}

#[test]
fn a_copy_that_did_not_arrive_is_sent_in_the_newest_edition() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let first = desk.send_one(lost());
    desk.again();
    desk.engine
        .plan(desk.run, &packed(&[wanted("weekly", "anna@example.org")]))
        .unwrap();
    let policy = desk.policy();
    desk.engine
        .seal(desk.run, &policy, Some(&edition("second")))
        .unwrap();
    assert_eq!(desk.row("anna@example.org").edition, 1, "it may have its copy");
    let doubts = states(&[RowState::InDoubt]);
    let settled = desk
        .engine
        .settle(&issue(), &doubts, Verdict::NotDelivered, "anna", desk.now);
    assert_eq!(settled.unwrap(), 1);
    let claimed = desk.claim(1).remove(0);
    assert_eq!((claimed.edition, claimed.attempt.number), (2, first.number + 1));
}

#[test]
fn an_acceptance_outweighs_a_verdict_that_the_copy_did_not_arrive() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let attempt = desk.send_one(lost());
    desk.engine
        .settle(
            &issue(),
            &RowFilter::default(),
            Verdict::NotDelivered,
            "anna",
            desk.now,
        )
        .unwrap();
    let again = desk.claim(1)[0].attempt;
    desk.record(attempt, accepted());
    assert!(!desk.intend(again), "the relay has it");
    assert_eq!(desk.told(), ["anna@example.org accepted"]);
}

#[test]
fn forgetting_keeps_what_happened_and_drops_to_whom() {
    let mut desk = mixed();
    for n in 0..5 {
        let address = CanonicalAddress::stored(format!("r{n}@example.org"));
        let hash = hash_of(address.as_str());
        let rows = desk
            .engine
            .forget("weekly.example.org", &address, &hash, desk.now);
        assert_eq!(rows.unwrap(), 1);
    }
    let rows = desk.rows();
    let kept: Vec<RowState> = rows.iter().map(|row| row.state).collect();
    assert_eq!(
        kept,
        [
            RowState::Accepted,
            RowState::Suppressed,
            RowState::Rejected,
            RowState::InDoubt,
            RowState::Suppressed
        ]
    );
    for row in rows {
        assert!(row.canonical.as_str().starts_with("forgotten:"), "{row:?}");
        assert_eq!(row.mail_to, "");
    }
}
