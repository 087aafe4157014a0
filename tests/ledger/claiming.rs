//! Which rows a run is given, and in which order.

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{Engine, RowFilter, Verdict};
use digest_cli::message::{Attempt, Outcome};

use super::fixture::{Desk, MINUTE, issue, lost, planned, refused, turned_away};

#[test]
fn a_row_is_claimed_once_until_it_is_released() {
    let mut desk = planned(3);
    let first: Vec<Attempt> = desk.claim(2).iter().map(|claim| claim.attempt).collect();
    assert_eq!(first.len(), 2);
    let last = desk.claim(9);
    assert_eq!(last.len(), 1);
    assert_eq!(last[0].canonical.as_str(), "r2@example.org");
    assert_eq!(desk.claim(9), []);
    desk.engine.release(desk.run, &first).unwrap();
    let again: Vec<Attempt> = desk.claim(9).iter().map(|claim| claim.attempt).collect();
    assert_eq!(again, first, "as if nothing had been");
}

/// The rows that a claim gives.
fn claimed(desk: &mut Desk, most: usize) -> Vec<i64> {
    desk.claim(most).iter().map(|claim| claim.attempt.row).collect()
}

#[test]
fn rows_that_come_back_are_claimed_before_those_that_nobody_had() {
    let mut desk = planned(6);
    let claims = desk.claim(4);
    desk.engine.release(desk.run, &[claims[1].attempt]).unwrap();
    assert_eq!(claimed(&mut desk, 1), [2], "released");
    desk.record(claims[2].attempt, Outcome::NotHandedOver);
    assert_eq!(claimed(&mut desk, 2), [3, 5], "not handed over");
    assert_eq!(claimed(&mut desk, 9), [6]);
}

#[test]
fn a_row_that_somebody_plans_again_is_found_also_where_those_behind_it_were_claimed() {
    let mut desk = planned(3);
    for _ in 0..3 {
        desk.send_one(lost());
    }
    let plan_again = |desk: &mut Desk, names: &[&str]| {
        let filter = RowFilter {
            addresses: names.iter().map(|name| CanonicalAddress::stored(*name)).collect(),
            ..RowFilter::default()
        };
        let settled = desk
            .engine
            .settle(&issue(), &filter, Verdict::NotDelivered, "anna", desk.now);
        assert_eq!(settled, Ok(names.len() as u64));
    };
    plan_again(&mut desk, &["r1@example.org", "r2@example.org"]);
    assert_eq!(claimed(&mut desk, 1), [2]);
    plan_again(&mut desk, &["r0@example.org"]);
    assert_eq!(claimed(&mut desk, 1), [3]);
    assert_eq!(claimed(&mut desk, 1), [1]);
    assert!(claimed(&mut desk, 1).is_empty());
}

#[test]
fn due_rows_share_a_claim_with_planned_ones_and_come_after_them() {
    let mut desk = planned(8);
    for _ in 0..4 {
        desk.send_one(refused(450, "4.2.1 mailbox busy"));
    }
    desk.now += MINUTE;
    let names = |desk: &mut Desk, most| -> Vec<String> {
        let claims = desk.claim(most);
        claims
            .iter()
            .map(|claim| claim.canonical.as_str()[..2].to_owned())
            .collect()
    };
    assert_eq!(names(&mut desk, 4), ["r4", "r5", "r0", "r1"]);
    assert_eq!(names(&mut desk, 3), ["r6", "r2", "r3"]);
    assert_eq!(names(&mut desk, 9), ["r7"]);
}

#[test]
fn a_short_claim_means_that_there_is_no_more() {
    let mut desk = planned(6);
    for _ in 0..5 {
        desk.send_one(refused(450, "4.2.1 mailbox busy"));
    }
    desk.now += MINUTE;
    assert_eq!(desk.claim(6).len(), 6);
}

#[test]
fn a_new_run_can_try_deferred_rows_at_once() {
    let mut desk = planned(1);
    desk.send_one(refused(450, "4.2.1 mailbox busy"));
    assert_eq!(desk.claim(1), []);
    desk.engine.make_due(desk.run, desk.now).unwrap();
    assert_eq!(desk.claim(1).len(), 1);
}

#[test]
fn rows_that_stopped_a_run_are_the_last_of_the_next() {
    let mut desk = planned(4);
    let dead: Vec<Attempt> = (0..2)
        .map(|_| desk.send_one(refused(550, "5.1.1 no such user")))
        .collect();
    desk.engine.retract(desk.run, &dead, desk.now).unwrap();
    desk.again();
    let claims = desk.claim(3);
    let tries: Vec<(i64, u32)> = claims
        .iter()
        .map(|claim| (claim.attempt.row, claim.attempt.number))
        .collect();
    assert_eq!(tries, [(3, 1), (4, 1), (1, 2)]);
}

#[test]
fn a_row_at_which_we_were_turned_away_is_planned_again_and_is_the_last_of_the_next_run() {
    let mut desk = planned(3);
    let claims = desk.claim(2);
    desk.record(claims[0].attempt, turned_away());
    assert!(desk.intend(claims[1].attempt));
    desk.record(claims[1].attempt, turned_away());
    desk.again();
    let tries: Vec<(i64, u32)> = desk
        .claim(9)
        .iter()
        .map(|claim| (claim.attempt.row, claim.attempt.number))
        .collect();
    assert_eq!(tries, [(3, 1), (1, 2), (2, 2)]);
    let reply = desk.row("r0@example.org").reply.unwrap();
    assert_eq!(reply.to_string(), "550 5.7.1 members only");
}
