//! Claims, intents and outcomes.

use digest_cli::ledger::{Batch, Engine, IssueKey, LedgerError, RowFilter, RowState};
use digest_cli::message::{Attempt, Outcome, Reply};

use super::fixture::{
    DAY, Desk, MINUTE, accepted, edition, holder, issue, lost, packed, planned, refused, turned_away, wanted,
};

#[test]
fn a_claimed_row_that_a_crash_interrupts_still_is_planned_and_an_intent_becomes_a_doubt() {
    let mut desk = planned(2);
    let claims = desk.claim(2);
    assert!(desk.intend(claims[0].attempt));
    let mut desk = desk.crash();
    assert_eq!(
        desk.told(),
        [
            "r0@example.org in_doubt the program ended before the answer came",
            "r1@example.org planned",
        ]
    );
}

#[test]
fn looking_finds_the_doubts_of_a_program_that_died() {
    let mut desk = planned(1);
    let attempt = desk.claim(1)[0].attempt;
    desk.intend(attempt);
    let holder = desk.engine.recover(desk.now).unwrap();
    assert_eq!(
        holder.map(|holder| holder.pid),
        Some(4711),
        "while it lives it may still get its answer"
    );
    assert_eq!(desk.count(RowState::Committing), 1);
    let path = desk.path();
    let Desk {
        engine, now, folder, ..
    } = desk;
    drop(engine);
    let mut engine = digest_cli::ledger::SqliteEngine::open(&path, super::fixture::key()).unwrap();
    assert_eq!(engine.recover(now).unwrap(), None);
    assert_eq!(engine.counts(&issue()).unwrap()[&RowState::InDoubt], 1);
    drop(folder);
}

#[test]
fn what_the_relay_answers_decides_the_state() {
    let mut desk = planned(5);
    desk.send_one(accepted());
    desk.send_one(refused(450, "4.2.1 mailbox busy"));
    desk.send_one(refused(550, "5.1.1 no such user"));
    desk.send_one(lost());
    let claimed = desk.claim(1)[0].attempt;
    desk.intend(claimed);
    desk.record(claimed, Outcome::NotHandedOver);
    assert_eq!(
        desk.told(),
        [
            "r0@example.org accepted",
            "r1@example.org deferred",
            "r2@example.org rejected",
            "r3@example.org in_doubt the connection was reset",
            "r4@example.org planned",
        ]
    );
    let rejected = desk.row("r2@example.org");
    assert_eq!(
        rejected.reply.map(|reply| reply.to_string()),
        Some("550 5.1.1 no such user".to_owned())
    );
    assert_eq!(desk.claim(9)[0].attempt.number, 2, "the intent left a trace");
}

#[test]
fn a_refusal_needs_no_intent() {
    let mut desk = planned(2);
    let claims = desk.claim(2);
    desk.record(claims[0].attempt, refused(550, "5.1.1 no such user"));
    desk.record(claims[1].attempt, Outcome::NotHandedOver);
    assert_eq!(desk.told(), ["r0@example.org rejected", "r1@example.org planned"]);
    assert_eq!(
        desk.claim(9)[0].attempt,
        claims[1].attempt,
        "nothing happened to it"
    );
}

#[test]
fn delays_grow_and_the_last_one_stays() {
    let mut desk = planned(1);
    for (number, delay) in [(1, MINUTE), (2, 5 * MINUTE), (3, 5 * MINUTE)] {
        let attempt = desk.send_one(refused(450, "4.2.1 mailbox busy"));
        assert_eq!(attempt.number, number);
        let due = desk.now + delay;
        assert_eq!(desk.row("r0@example.org").due, Some(due));
        assert_eq!(desk.engine.next_due(desk.run).unwrap(), Some(due));
        assert_eq!(desk.claim(1), []);
        desk.now = due;
    }
    assert_eq!(desk.claim(1).len(), 1);
    assert_eq!(
        desk.engine.next_due(desk.run).unwrap(),
        None,
        "a claimed row is not waited for"
    );
}

#[test]
fn an_intent_is_refused_where_the_row_is_not_ours_any_more() {
    let mut desk = planned(4);
    let claims: Vec<Attempt> = desk.claim(4).iter().map(|claim| claim.attempt).collect();
    desk.engine.release(desk.run, &claims[..1]).unwrap();
    assert!(!desk.intend(claims[0]), "released");
    assert!(desk.intend(claims[1]));
    assert!(!desk.intend(claims[1]), "announced twice");
    let other = Attempt {
        number: 2,
        ..claims[2]
    };
    assert!(!desk.intend(other), "another try");
    assert!(desk.engine.stands(desk.run, claims[3]).unwrap());
    desk.engine.cancel(&issue(), "anna", desk.now).unwrap();
    assert!(!desk.engine.stands(desk.run, claims[3]).unwrap());
    assert!(!desk.intend(claims[3]), "cancelled meanwhile");
}

#[test]
fn a_copy_that_comes_back_after_the_issue_was_cancelled_is_not_tried_again() {
    let mut desk = planned(6);
    let attempts: Vec<Attempt> = desk.claim(5).iter().map(|claim| claim.attempt).collect();
    for attempt in &attempts {
        assert!(desk.intend(*attempt));
    }
    assert_eq!(desk.engine.cancel(&issue(), "anna", desk.now), Ok(1), "the sixth");
    let outcomes = [
        accepted(),
        refused(450, "4.2.1 mailbox busy"),
        turned_away(),
        Outcome::NotHandedOver,
        refused(550, "5.1.1 no such user"),
    ];
    for (attempt, outcome) in attempts.into_iter().zip(outcomes) {
        desk.record(attempt, outcome);
    }
    let told = [
        "r0@example.org accepted",
        "r1@example.org suppressed cancelled",
        "r2@example.org suppressed cancelled",
        "r3@example.org suppressed cancelled",
        "r4@example.org rejected",
        "r5@example.org suppressed cancelled",
    ];
    assert_eq!(desk.told(), told);
    desk.now += DAY;
    assert_eq!(desk.claim(9), []);
    assert_eq!(desk.engine.next_due(desk.run).unwrap(), None);
}

#[test]
fn a_refusal_is_not_taken_back_once_the_issue_was_cancelled() {
    let mut desk = planned(3);
    let before = desk.send_one(refused(550, "5.7.1 not from you"));
    let during = desk.claim(1)[0].attempt;
    assert!(desk.intend(during));
    desk.engine.cancel(&issue(), "anna", desk.now).unwrap();
    desk.record(during, refused(550, "5.7.1 not from you"));
    desk.engine
        .retract(desk.run, &[before, during], desk.now)
        .unwrap();
    let told = [
        "r0@example.org rejected",
        "r1@example.org rejected",
        "r2@example.org suppressed cancelled",
    ];
    assert_eq!(desk.told(), told);
    // A later run is another matter: whoever starts it wants mail to go.
    desk.again();
    desk.engine.retract(desk.run, &[before], desk.now).unwrap();
    assert_eq!(desk.told()[0], "r0@example.org planned");
}

#[test]
fn an_answer_that_comes_late_still_counts_for_its_own_try() {
    let mut desk = planned(3);
    let first = desk.send_one(lost());
    desk.record(first, accepted());
    let second = desk.send_one(lost());
    desk.record(second, refused(554, "5.6.0 not taken"));
    let third = desk.send_one(lost());
    desk.record(
        Attempt {
            number: third.number + 1,
            ..third
        },
        accepted(),
    );
    assert_eq!(
        desk.told(),
        [
            "r0@example.org accepted",
            "r1@example.org rejected",
            "r2@example.org in_doubt the connection was reset",
        ]
    );
}

#[test]
fn an_outcome_of_an_earlier_try_changes_nothing() {
    let mut desk = planned(1);
    let first = desk.send_one(refused(450, "4.2.1 mailbox busy"));
    desk.now += MINUTE;
    let second = desk.claim(1)[0].attempt;
    assert!(desk.intend(second));
    for outcome in [
        accepted(),
        refused(550, "5.1.1 gone"),
        lost(),
        Outcome::NotHandedOver,
    ] {
        desk.record(first, outcome);
        assert_eq!(desk.told(), ["r0@example.org committing"]);
    }
}

#[test]
fn what_was_accepted_stays_accepted() {
    let mut desk = planned(1);
    let attempt = desk.send_one(accepted());
    for outcome in [refused(550, "5.1.1 gone"), lost(), Outcome::NotHandedOver] {
        desk.record(attempt, outcome);
    }
    desk.engine.retract(desk.run, &[attempt], desk.now).unwrap();
    assert_eq!(desk.told(), ["r0@example.org accepted"]);
}

#[test]
fn a_batch_applies_outcomes_before_intents() {
    let mut desk = planned(2);
    let claims: Vec<Attempt> = desk.claim(2).iter().map(|claim| claim.attempt).collect();
    desk.intend(claims[0]);
    let refused = desk.commit(&Batch {
        outcomes: vec![(claims[0], accepted())],
        intents: vec![claims[1], claims[0]],
    });
    assert_eq!(refused, [claims[0]]);
    assert_eq!(
        desk.told(),
        ["r0@example.org accepted", "r1@example.org committing"]
    );
}

#[test]
fn a_copy_that_one_batch_announces_twice_is_granted_once() {
    let mut desk = planned(1);
    let claim = desk.claim(1)[0].attempt;
    let refused = desk.commit(&Batch {
        outcomes: Vec::new(),
        intents: vec![claim, claim],
    });
    assert_eq!(refused, [claim]);
    assert_eq!(desk.told(), ["r0@example.org committing"]);
}

#[test]
fn the_relays_answers_take_the_room_that_their_rows_kept_free() {
    let mut desk = planned(200);
    let file = rusqlite::Connection::open(desk.path()).unwrap();
    let pages = || -> (i64, i64) {
        let sql = "SELECT page_count, (SELECT count(*) FROM copy WHERE room IS NULL) FROM pragma_page_count";
        let columns = |row: &rusqlite::Row<'_>| Ok((row.get(0)?, row.get(1)?));
        file.query_row(sql, [], columns).unwrap()
    };
    let (before, _) = pages();
    let reply = Reply::new(250, "2.0.0 Ok: queued as 4bWq1x2ZzPz5vTdKQ");
    for _ in 0..200 {
        desk.send_one(Outcome::Accepted(reply.clone()));
    }
    assert_eq!(pages(), (before, 200));
}

#[test]
fn refusals_that_only_fed_the_breaker_are_taken_back() {
    let mut desk = planned(2);
    let first = desk.send_one(refused(554, "5.7.1 relay denied"));
    let second = desk.send_one(refused(451, "4.7.1 not now"));
    desk.engine.retract(desk.run, &[first, second], desk.now).unwrap();
    assert_eq!(desk.told(), ["r0@example.org planned", "r1@example.org planned"]);
    assert_eq!(desk.claim(9).len(), 2);
}

#[test]
fn a_row_that_was_deferred_for_too_long_expires() {
    let mut desk = planned(2);
    desk.send_one(refused(450, "4.2.1 mailbox busy"));
    desk.now += DAY;
    for claim in desk.claim(2) {
        desk.record(claim.attempt, refused(450, "4.2.1 mailbox still busy"));
    }
    let before = desk.now - MINUTE;
    assert_eq!(desk.engine.expire(desk.run, before, desk.now).unwrap(), 1);
    assert_eq!(
        desk.told(),
        ["r0@example.org expired", "r1@example.org deferred"],
        "the first refusal counts, not the last"
    );
}

#[test]
fn nothing_is_sent_without_the_issue_being_open() {
    let mut desk = planned(1);
    desk.engine.close(desk.run).unwrap();
    let answer = desk.engine.claim(desk.run, 1, desk.now);
    let closed = LedgerError::Unwritable("the issue is not open for sending".to_owned());
    assert_eq!(answer, Err(closed));
}

#[test]
fn rows_are_found_where_issues_lie_between_each_other() {
    let mut desk = Desk::new();
    let first: Vec<_> = (0..3)
        .map(|n| wanted("weekly", &format!("r{n}@example.org")))
        .collect();
    desk.plan(&first);
    desk.send_one(accepted());
    let other = IssueKey {
        issue: "2026-02-12-second".to_owned(),
        ..issue()
    };
    desk.engine.close(desk.run).unwrap();
    desk.run = desk.engine.open(&other, &holder(), desk.now).unwrap();
    desk.engine.plan(desk.run, &packed(&first)).unwrap();
    let policy = desk.policy();
    desk.engine
        .seal(desk.run, &policy, Some(&edition("second")))
        .unwrap();
    for _ in 0..3 {
        desk.send_one(accepted());
    }
    // Who joins the first issue now comes behind all rows of the second.
    let all: Vec<_> = (0..5)
        .map(|n| wanted("weekly", &format!("r{n}@example.org")))
        .collect();
    desk.plan(&all);
    for _ in 0..3 {
        desk.send_one(accepted());
    }
    let mut found = |issue: &IssueKey, most| {
        let accepted = RowFilter {
            states: vec![RowState::Accepted],
            ..RowFilter::default()
        };
        let mut addresses = Vec::new();
        let mut after = 0;
        loop {
            let page = desk.engine.rows(issue, &accepted, after, most).unwrap();
            let Some(last) = page.last() else { return addresses };
            after = last.id;
            addresses.extend(page.iter().map(|row| row.canonical.as_str()[..2].to_owned()));
        }
    };
    for most in [1, 2, 100] {
        assert_eq!(found(&issue(), most), ["r0", "r1", "r2", "r3"]);
        assert_eq!(found(&other, most), ["r0", "r1", "r2"]);
    }
}

#[test]
fn a_deferred_copy_that_is_under_way_again_is_neither_due_nor_expires() {
    let mut desk = planned(1);
    desk.send_one(refused(450, "4.2.1 later"));
    desk.now += DAY;
    let again = desk.claim(1)[0].attempt;
    assert!(desk.intend(again));
    assert_eq!(desk.count(RowState::Committing), 1);
    assert_eq!(desk.count(RowState::Deferred), 0);
    assert_eq!(desk.rows()[0].due, None);
    assert_eq!(desk.engine.next_due(desk.run).unwrap(), None);
    assert!(desk.claim(1).is_empty());
    assert_eq!(desk.engine.expire(desk.run, desk.now, desk.now).unwrap(), 0);
    assert!(desk.engine.reasons(&issue(), 9).unwrap().is_empty());
    desk.record(again, accepted());
    assert_eq!(desk.told(), ["r0@example.org accepted"]);
}
