//! Lines of a list that no mail can be sent to.

use digest_cli::ledger::{Engine, RowFilter, Verdict};

use super::fixture::{Desk, issue, lost, unusable, wanted};

#[test]
fn an_unusable_row_that_moves_or_is_mended_leaves_no_phantom() {
    let mut desk = Desk::new();
    let anna = wanted("weekly", "anna@example.org");
    desk.plan(&[anna.clone(), unusable("weekly", "weekly:3")]);
    assert_eq!(
        desk.told(),
        ["anna@example.org planned", "weekly:3 suppressed there is no `@`"]
    );
    let survey = desk.plan(&[anna.clone(), unusable("weekly", "weekly:4")]);
    assert_eq!((survey.lists[0].unusable, survey.left), (1, 0));
    assert_eq!(
        desk.told(),
        ["anna@example.org planned", "weekly:4 suppressed there is no `@`"]
    );
    desk.plan(&[anna, wanted("weekly", "boris@example.org")]);
    assert_eq!(
        desk.told(),
        ["anna@example.org planned", "boris@example.org planned"]
    );
}

#[test]
fn a_row_with_a_history_is_kept_also_when_its_line_becomes_unusable() {
    let mut desk = Desk::new();
    desk.plan(&[wanted("weekly", "anna@example.org")]);
    desk.send_one(lost());
    let all = RowFilter::default();
    desk.engine
        .settle(&issue(), &all, Verdict::NotDelivered, "anna", desk.now)
        .unwrap();
    desk.plan(&[unusable("weekly", "anna@example.org")]);
    desk.plan(&[unusable("weekly", "anna@example.org")]);
    assert_eq!(desk.told(), ["anna@example.org suppressed there is no `@`"]);
    assert_eq!(desk.row("anna@example.org").attempts, 1);
}
