//! A plan that is known by what it was made of, and need not be made again.

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{
    Engine, Recipient, RowFilter, SqliteEngine, Suppression, SuppressionReason, SuppressionScope, Survey,
    Verdict,
};

use super::fixture::{Desk, accepted, hash_of, issue, key, lost, refused, suppressed, unusable, wanted};

const SOURCE: &str = "weekly.csv as it was";

/// A desk that remembers the plan of these rows.
fn remembering(rows: &[Recipient]) -> Desk {
    let mut desk = Desk::new();
    let survey = desk.plan(rows);
    desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
    desk
}

fn recalled(desk: &mut Desk) -> Option<Survey> {
    desk.again();
    desk.engine.recall(desk.run, SOURCE).unwrap()
}

/// One of them has left.
fn left(desk: &Desk) -> Suppression {
    Suppression {
        canonical: Some(CanonicalAddress::stored("r2@example.org")),
        hash: hash_of("r2@example.org"),
        scope: SuppressionScope::All,
        reason: SuppressionReason::Unsubscribed,
        since: desk.now,
    }
}

fn weekly() -> Vec<Recipient> {
    let mut rows: Vec<_> = (0..6)
        .map(|n| wanted("weekly", &format!("r{n}@example.org")))
        .collect();
    rows.push(wanted("weekly", "R1@example.org"));
    rows.push(unusable("weekly", "nobody"));
    rows
}

#[test]
fn what_is_recalled_is_what_planning_again_would_come_to() {
    let mut desk = remembering(&weekly());
    desk.send_one(accepted());
    desk.send_one(refused(550, "5.1.1 unknown"));
    desk.send_one(refused(450, "4.2.1 later"));
    desk.send_one(lost());
    let recalled = recalled(&mut desk).unwrap();
    let list = &recalled.lists[0];
    assert_eq!((list.read, list.duplicates, list.unusable), (8, 1, 1));
    assert_eq!((list.sent, list.refused, list.in_doubt), (1, 1, 1));
    assert_eq!((list.to_send, list.deferred), (3, 1));
    assert_eq!(recalled, desk.plan(&weekly()));
}

#[test]
fn another_list_another_edition_or_another_wish_is_another_source() {
    let mut desk = remembering(&weekly());
    assert_eq!(
        desk.engine.recall(desk.run, "weekly.csv with one more").unwrap(),
        None
    );
    desk.plan(&weekly()[1..]);
    assert_eq!(recalled(&mut desk), None, "a newer plan has taken its place");
}

#[test]
fn suppressions_that_come_or_go_make_a_plan_out_of_date() {
    let mut desk = remembering(&weekly());
    let publication = issue().publication;
    let entry = left(&desk);
    desk.engine
        .add_suppressions(&publication, std::slice::from_ref(&entry))
        .unwrap();
    assert_eq!(recalled(&mut desk), None);
    let survey = desk.plan(&weekly());
    desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
    assert!(recalled(&mut desk).is_some());
    desk.engine
        .lift_suppressions(&publication, &entry.hash, &entry.scope)
        .unwrap();
    assert_eq!(recalled(&mut desk), None);
}

#[test]
fn rows_that_a_person_plans_again_make_a_plan_out_of_date() {
    let mut desk = remembering(&weekly());
    desk.send_one(lost());
    desk.send_one(refused(550, "5.1.1 unknown"));
    let mut now = weekly();
    now[0] = suppressed("weekly", "r0@example.org");
    now[1] = suppressed("weekly", "r1@example.org");
    now.retain(|row| row.mail_to != "R1@example.org");
    for verdict in [Verdict::NotDelivered, Verdict::Retry] {
        let survey = desk.plan(&now);
        desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
        assert!(recalled(&mut desk).is_some());
        let all = RowFilter::default();
        let settled = desk.engine.settle(&issue(), &all, verdict, "anna", desk.now);
        assert_eq!(settled, Ok(1));
        assert_eq!(
            recalled(&mut desk),
            None,
            "no plan has asked the list about that row"
        );
    }
    desk.plan(&now);
    let told = desk.told();
    for row in ["r0@example.org", "r1@example.org"] {
        assert!(
            told.contains(&format!("{row} suppressed unsubscribed")),
            "{told:?}"
        );
    }
}

#[test]
fn what_others_lift_right_after_the_seal_is_not_overlooked() {
    let mut desk = Desk::new();
    let survey = desk.plan(&weekly());
    let mut other = SqliteEngine::open(&desk.path(), key()).unwrap();
    other
        .lift_suppressions(
            &issue().publication,
            &hash_of("r2@example.org"),
            &SuppressionScope::All,
        )
        .unwrap();
    desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
    assert!(recalled(&mut desk).is_some(), "nothing was lifted");
    let survey = desk.plan(&weekly());
    let entry = left(&desk);
    other
        .add_suppressions(&issue().publication, std::slice::from_ref(&entry))
        .unwrap();
    other
        .lift_suppressions(&issue().publication, &entry.hash, &entry.scope)
        .unwrap();
    desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
    assert_eq!(recalled(&mut desk), None);
}

#[test]
fn a_copy_that_could_not_be_made_is_planned_again() {
    let mut desk = remembering(&weekly());
    let attempt = desk.claim(1)[0].attempt;
    let reason = "cannot be rendered".to_owned();
    desk.engine
        .suppress(desk.run, &[(attempt, reason)], desk.now)
        .unwrap();
    assert_eq!(recalled(&mut desk), None);
}

#[test]
fn rows_that_stand_on_no_list_any_more_and_several_lists_are_not_remembered() {
    let mut desk = remembering(&weekly());
    let survey = desk.plan(&weekly()[1..]);
    desk.engine.remember(desk.run, SOURCE, &survey).unwrap();
    assert_eq!(recalled(&mut desk), None);
    let mut desk = remembering(&[
        wanted("weekly", "a@example.org"),
        wanted("monthly", "b@example.org"),
    ]);
    assert_eq!(recalled(&mut desk), None);
}
