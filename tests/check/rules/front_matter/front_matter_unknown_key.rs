//! The rule `front-matter-unknown-key`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

#[test]
fn fires_at_the_key_and_names_the_nearest() {
    assert_eq!(
        found(&good_draft().replace("lists: [weekly]\n", "lists: [weekly]\nsubjct: Who pays\n")),
        ["7:1 error front-matter-unknown-key: there is no key `subjct` -- did you mean `subject`?"]
    );
}

#[test]
fn fires_once_where_a_needed_key_is_misspelt() {
    let findings = found(&good_draft().replace("date: 2019-02-05", "dat: 2019-02-05"));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with("4:1 error front-matter-"), "{findings:?}");
}

#[test]
fn quiet_for_every_key_that_there_is() {
    let draft = good_draft().replace(
        "lists: [weekly]\n",
        "lists: [weekly]\nstatus: ready\nsubject: Who pays\npreheader: Ships wait for days at four ports that were widened\nlanguage: en-GB\n",
    );
    assert_eq!(found(&draft), NOTHING);
}
