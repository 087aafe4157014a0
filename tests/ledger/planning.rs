//! From lists to rows.

use std::time::Duration;

use digest_cli::foundation::CanonicalAddress;
use digest_cli::ledger::{
    Engine, IssueKey, ListTally, PlanPolicy, Recipient, RowState, Scope, Standing, Suppression,
    SuppressionReason, SuppressionScope,
};
use digest_cli::subscriber::Profile;
use proptest::prelude::*;

use super::fixture::{
    DAY, Desk, accepted, edition, hash_of, holder, issue, lost, packed, refused, suppressed, unusable, wanted,
};

fn suppression(address: &str, scope: SuppressionScope, desk: &Desk) -> Suppression {
    Suppression {
        canonical: Some(CanonicalAddress::stored(address)),
        hash: hash_of(address),
        scope,
        reason: SuppressionReason::Unsubscribed,
        since: desk.now,
    }
}

fn on(list: &str) -> SuppressionScope {
    SuppressionScope::List(list.to_owned())
}

#[test]
fn ids_follow_the_order_of_addresses() {
    let mut desk = Desk::new();
    desk.plan(&[
        wanted("weekly", "c@example.org"),
        wanted("weekly", "A@example.org"),
        wanted("weekly", "b@example.org"),
    ]);
    assert_eq!(
        desk.told(),
        [
            "a@example.org planned",
            "b@example.org planned",
            "c@example.org planned"
        ]
    );
    assert_eq!(
        desk.row("a@example.org").mail_to,
        "A@example.org",
        "mail goes to the address as written"
    );
}

#[test]
fn one_person_on_two_lists_gets_one_copy_and_the_row_names_both() {
    let mut desk = Desk::new();
    let survey = desk.plan(&[
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "ANNA@example.org"),
        wanted("daily", "anna@example.org"),
        wanted("daily", "boris@example.org"),
    ]);
    assert_eq!(desk.row("anna@example.org").lists, ["weekly", "daily"]);
    let tally = |list: &str, read, to_send, duplicates| ListTally {
        list: list.to_owned(),
        read,
        to_send,
        duplicates,
        ..ListTally::default()
    };
    assert_eq!(survey.lists, [tally("weekly", 2, 1, 1), tally("daily", 2, 1, 1)]);
}

#[test]
fn a_list_that_says_no_once_does_not_want_them_wherever_that_stands() {
    let no = suppressed("weekly", "anna@example.org");
    let yes = wanted("weekly", "anna@example.org");
    for rows in [[no.clone(), yes.clone()], [yes.clone(), no.clone()]] {
        let mut desk = Desk::new();
        let survey = desk.plan(&rows);
        assert_eq!((survey.lists[0].suppressed, survey.lists[0].duplicates), (1, 1));
        assert_eq!(desk.told(), ["anna@example.org suppressed unsubscribed"]);
        desk.plan(&[
            rows[0].clone(),
            rows[1].clone(),
            wanted("daily", "anna@example.org"),
        ]);
        assert_eq!(desk.told(), ["anna@example.org planned"]);
        assert_eq!(desk.row("anna@example.org").lists, ["daily"]);
    }
}

#[test]
fn one_list_that_wants_someone_is_enough_and_only_such_lists_are_named() {
    let mut desk = Desk::new();
    let block = suppression("dina@example.org", on("daily"), &desk);
    desk.engine
        .add_suppressions("weekly.example.org", &[block])
        .unwrap();
    desk.plan(&[
        suppressed("weekly", "anna@example.org"),
        wanted("daily", "anna@example.org"),
        suppressed("weekly", "boris@example.org"),
        unusable("weekly", "weekly:7"),
        wanted("daily", "dina@example.org"),
        wanted("weekly", "dina@example.org"),
    ]);
    assert_eq!(
        desk.told(),
        [
            "anna@example.org planned",
            "boris@example.org suppressed unsubscribed",
            "dina@example.org planned",
            "weekly:7 suppressed there is no `@`",
        ]
    );
    assert_eq!(desk.row("anna@example.org").lists, ["daily"]);
    assert_eq!(desk.row("dina@example.org").lists, ["weekly"]);
}

#[test]
fn a_suppression_holds_until_it_is_lifted_whatever_the_list_says() {
    let mut desk = Desk::new();
    let rows = [
        wanted("weekly", "anna@example.org"),
        wanted("daily", "anna@example.org"),
    ];
    let block = suppression("anna@example.org", SuppressionScope::All, &desk);
    desk.engine
        .add_suppressions("weekly.example.org", &[block])
        .unwrap();
    desk.plan(&rows);
    assert_eq!(desk.told(), ["anna@example.org suppressed unsubscribed"]);
    let hash = hash_of("anna@example.org");
    let lifted = desk
        .engine
        .lift_suppressions("weekly.example.org", &hash, &SuppressionScope::All);
    assert_eq!(lifted.unwrap(), 1);
    desk.plan(&rows);
    assert_eq!(desk.told(), ["anna@example.org planned"]);
}

#[test]
fn a_test_copy_goes_to_whom_a_person_names_and_counts_for_nothing() {
    let mut desk = Desk::new();
    let block = suppression("editor@example.org", SuppressionScope::All, &desk);
    desk.engine
        .add_suppressions("weekly.example.org", &[block])
        .unwrap();
    let test = IssueKey {
        scope: Scope::Test("1".to_owned()),
        ..issue()
    };
    desk.engine.close(desk.run).unwrap();
    desk.run = desk.engine.open(&test, &holder(), desk.now).unwrap();
    desk.engine
        .plan(desk.run, &packed(&[wanted("test", "editor@example.org")]))
        .unwrap();
    let policy = desk.policy();
    desk.engine
        .seal(desk.run, &policy, Some(&edition("first")))
        .unwrap();
    assert_eq!(desk.claim(9).len(), 1);
    assert_eq!(desk.told(), [""; 0], "the live issue has no row");
    assert_eq!(
        desk.engine.issues("weekly.example.org", &test.scope).unwrap(),
        [test]
    );
}

#[test]
fn who_left_is_suppressed_and_planned_again_on_coming_back() {
    let mut desk = Desk::new();
    let both = [
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
    ];
    desk.plan(&both);
    let survey = desk.plan(&both[..1]);
    assert_eq!(survey.left, 1);
    assert_eq!(
        desk.told(),
        ["anna@example.org planned", "boris@example.org suppressed left"]
    );
    assert_eq!(desk.plan(&both).left, 0);
    assert_eq!(
        desk.told(),
        ["anna@example.org planned", "boris@example.org planned"]
    );
}

#[test]
fn who_joins_gets_the_issue_while_it_is_fresh_and_later_only_when_asked() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    desk.send_one(accepted());
    desk.now += 13 * DAY;
    let mut rows = vec![
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
    ];
    let tally = desk.plan(&rows).lists.remove(0);
    assert_eq!((tally.sent, tally.to_send, tally.joined), (1, 1, 1));
    desk.now += 2 * DAY;
    rows.push(wanted("weekly", "clara@example.org"));
    desk.plan(&rows);
    assert_eq!(
        desk.told(),
        [
            "anna@example.org accepted",
            "boris@example.org planned",
            "clara@example.org suppressed joined too late",
        ]
    );
    desk.again();
    desk.engine.plan(desk.run, &packed(&rows)).unwrap();
    let late = PlanPolicy {
        now: desk.now,
        late_joiners: None,
        resend: None,
    };
    let tally = desk.engine.seal(desk.run, &late, None).unwrap().lists.remove(0);
    assert_eq!((tally.to_send, tally.joined), (2, 2));
    assert_eq!(desk.row("clara@example.org").state, RowState::Planned);
}

#[test]
fn what_has_or_may_have_its_copy_is_changed_by_no_plan() {
    let mut desk = Desk::new();
    let rows: Vec<Recipient> = ["a", "b", "c"]
        .iter()
        .map(|name| wanted("weekly", &format!("{name}@example.org")))
        .collect();
    desk.plan(&rows);
    desk.send_one(accepted());
    desk.send_one(refused(550, "5.1.1 no such user"));
    desk.send_one(lost());
    let before = desk.rows();
    let gone = [suppressed("weekly", "a@example.org")];
    desk.plan(&gone);
    assert_eq!(desk.plan(&[]).left, 0);
    let tally = desk.plan(&rows).lists.remove(0);
    assert_eq!((tally.sent, tally.refused, tally.in_doubt), (1, 1, 1));
    assert_eq!(desk.rows(), before);
}

#[test]
fn cancelled_rows_stay_cancelled_and_those_that_could_not_be_made_are_tried_again() {
    let mut desk = Desk::new();
    let rows = [
        wanted("weekly", "anna@example.org"),
        wanted("weekly", "boris@example.org"),
    ];
    desk.plan(&rows);
    let anna = desk.claim(1)[0].attempt;
    let reason = "cannot be rendered: `zip` is unknown".to_owned();
    desk.engine
        .suppress(desk.run, &[(anna, reason)], desk.now)
        .unwrap();
    assert_eq!(desk.engine.cancel(&issue(), "anna", desk.now).unwrap(), 1);
    assert_eq!(
        desk.told(),
        [
            "anna@example.org suppressed cannot be rendered: `zip` is unknown",
            "boris@example.org suppressed cancelled",
        ]
    );
    desk.plan(&rows);
    assert_eq!(
        desk.told(),
        [
            "anna@example.org planned",
            "boris@example.org suppressed cancelled"
        ]
    );
}

#[test]
fn a_row_keeps_the_values_it_was_planned_with_until_a_new_edition() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let renamed = Recipient {
        profile: Profile {
            name: "Anna".to_owned(),
            ..Profile::default()
        },
        mail_to: "Anna@example.org".to_owned(),
        ..wanted("weekly", "anna@example.org")
    };
    desk.plan(std::slice::from_ref(&renamed));
    let claimed = desk.claim(1).remove(0);
    assert_eq!(
        (claimed.profile.name.as_str(), claimed.edition),
        ("Reader of weekly", 1)
    );

    desk.again();
    desk.engine.plan(desk.run, &packed(&[renamed])).unwrap();
    let policy = desk.policy();
    let second = edition("second");
    desk.engine.seal(desk.run, &policy, Some(&second)).unwrap();
    let claimed = desk.claim(1).remove(0);
    assert_eq!((claimed.profile.name.as_str(), claimed.edition), ("Anna", 2));
    assert_eq!(claimed.mail_to, "Anna@example.org");
    assert_eq!(desk.engine.edition(desk.run).unwrap(), Some((2, second)));
    assert_eq!(
        desk.engine.edition_numbered(desk.run, 1).unwrap(),
        Some(edition("first"))
    );
    assert_eq!(desk.engine.edition_numbered(desk.run, 3).unwrap(), None);
}

#[test]
fn a_plan_is_sealed_once_a_run() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    let policy = desk.policy();
    let again = desk.engine.seal(desk.run, &policy, None).unwrap_err();
    assert!(again.to_string().contains("is sealed already"), "{again}");
    assert_eq!(
        desk.told(),
        ["anna@example.org planned"],
        "who is staged no more has not left"
    );
}

#[test]
fn the_same_edition_is_frozen_once() {
    let mut desk = Desk::new();
    let rows = [wanted("weekly", "anna@example.org")];
    desk.plan(&rows);
    desk.again();
    desk.engine.plan(desk.run, &packed(&rows)).unwrap();
    let policy = desk.policy();
    let later = digest_cli::ledger::FrozenEdition {
        date: "Fri, 06 Feb 2026 09:00:00 +0100".to_owned(),
        ..edition("first")
    };
    desk.engine.seal(desk.run, &policy, Some(&later)).unwrap();
    assert_eq!(
        desk.engine.edition(desk.run).unwrap(),
        Some((1, edition("first")))
    );
}

#[test]
fn someone_forgotten_stays_suppressed_when_a_list_brings_them_again_and_leaves_no_trace() {
    let mut desk = Desk::new();
    let rows = [
        wanted("weekly", "anna.secret@example.org"),
        wanted("weekly", "boris@example.org"),
    ];
    desk.plan(&rows);
    desk.send_one(refused(450, "4.2.1 <anna.secret@example.org> is busy"));
    let anna = CanonicalAddress::stored("anna.secret@example.org");
    let hash = hash_of(anna.as_str());
    let block = suppression(anna.as_str(), on("weekly"), &desk);
    desk.engine
        .add_suppressions("weekly.example.org", &[block])
        .unwrap();
    assert_eq!(
        desk.engine
            .forget("weekly.example.org", &anna, &hash, desk.now)
            .unwrap(),
        1
    );
    let lifted = desk
        .engine
        .lift_suppressions("weekly.example.org", &hash, &SuppressionScope::All);
    assert_eq!(lifted.unwrap(), 1, "only the one for the list");

    let tally = desk.plan(&rows).lists.remove(0);
    assert_eq!((tally.to_send, tally.suppressed), (1, 1));
    let told = [
        format!("forgotten:{hash} suppressed forgotten"),
        "boris@example.org planned".to_owned(),
    ];
    assert_eq!(desk.told(), told);

    // An issue in which they never were knows them by their hash alone, too.
    let next = IssueKey {
        issue: "2026-02-12-second".to_owned(),
        ..issue()
    };
    desk.engine.close(desk.run).unwrap();
    desk.run = desk.engine.open(&next, &holder(), desk.now).unwrap();
    desk.engine.plan(desk.run, &packed(&rows)).unwrap();
    let policy = desk.policy();
    let tally = desk.engine.seal(desk.run, &policy, None).unwrap().lists.remove(0);
    assert_eq!((tally.to_send, tally.suppressed), (1, 1));

    for name in ["ledger.db", "ledger.db-wal"] {
        let bytes = std::fs::read(desk.path().with_file_name(name)).unwrap();
        assert!(
            !bytes.windows(11).any(|window| window == b"anna.secret"),
            "{name} still holds the address"
        );
    }
}

#[test]
fn a_hundred_thousand_rows_are_planned_and_claimed() {
    let mut desk = Desk::new();
    let rows: Vec<Recipient> = (0..100_000_u32)
        .map(|n| {
            wanted(
                "weekly",
                &format!("reader{:06}@example.org", n.wrapping_mul(7919) % 100_000),
            )
        })
        .collect();
    for chunk in rows.chunks(5_000) {
        desk.engine.plan(desk.run, &packed(chunk)).unwrap();
    }
    let policy = desk.policy();
    let survey = desk
        .engine
        .seal(desk.run, &policy, Some(&edition("first")))
        .unwrap();
    assert_eq!(survey.lists[0].to_send, 100_000);
    assert_eq!(desk.count(RowState::Planned), 100_000);
    let claimed = desk.claim(500);
    assert_eq!(claimed[499].canonical.as_str(), "reader000499@example.org");
    assert_eq!(desk.claim(1)[0].attempt.row, claimed[499].attempt.row + 1);
}

/// A handful of people on three lists, in any standing.
fn any_rows() -> impl Strategy<Value = Vec<Recipient>> {
    let row = (0..6_u8, 0..3_u8, 0..4_u8).prop_map(|(person, list, standing)| {
        let row = wanted(&format!("list{list}"), &format!("p{person}@example.org"));
        let standing = match standing {
            0 => Standing::Suppressed("pending".to_owned()),
            1 => Standing::Unusable("no dot".to_owned()),
            _ => Standing::Wanted,
        };
        Recipient { standing, ..row }
    });
    prop::collection::vec(row, 0..20)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_row_read_is_counted_once_and_the_survey_foretells_the_plan(
        plans in prop::collection::vec((any_rows(), 0..4_usize, 0..20_u64), 1..4)
    ) {
        let mut desk = Desk::new();
        for (rows, sent, days) in plans {
            let survey = desk.plan(&rows);
            let read: u64 = survey.lists.iter().map(|tally| tally.read).sum();
            prop_assert_eq!(read, rows.len() as u64);
            let to_send: u64 = survey.lists.iter().map(|tally| tally.to_send).sum();
            prop_assert_eq!(to_send, desk.count(RowState::Planned) + desk.count(RowState::Deferred));
            for claimed in desk.claim(sent) {
                desk.intend(claimed.attempt);
                let outcome = if claimed.attempt.row % 2 == 0 { accepted() } else { refused(450, "4.2.0 later") };
                desk.record(claimed.attempt, outcome);
            }
            desk.now += Duration::from_hours(24 * days);
        }
    }
}
