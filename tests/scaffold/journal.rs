//! Answers on disk.

use digest_cli::publication::Author;
use digest_cli::scaffold::{Answers, Credit, Journal, SectionAnswers};
use proptest::prelude::*;

use crate::support::TestPublication;

fn answers() -> impl Strategy<Value = Answers> {
    let text = || any::<String>();
    let section =
        (text(), prop::collection::vec(text(), 0..4), any::<bool>()).prop_map(|(id, bullets, finished)| {
            SectionAnswers {
                id,
                bullets,
                finished,
            }
        });
    // An author's name is never empty: it was asked for.
    let written = ("[^\\x00]{1,20}", prop::option::of(text()))
        .prop_map(|(name, affiliation)| Credit::Written(Author { name, affiliation }));
    let credit = prop_oneof![text().prop_map(Credit::Key), written];
    (
        (
            prop::option::of(text()),
            prop::option::of(prop::collection::vec(credit, 0..3)),
            prop::option::of(1_u32..),
        ),
        (
            prop::option::of(prop::collection::vec(text(), 0..3)),
            prop::option::of(text()),
        ),
        (
            prop::collection::vec(section, 0..3),
            prop::option::of(text()),
            prop::option::of(text()),
        ),
    )
        .prop_map(
            |((title, authors, number), (lists, subject), (sections, lead, body))| Answers {
                title,
                authors,
                date: Some("2019-02-05".parse().expect("a date")),
                number,
                lists,
                subject,
                sections,
                lead,
                body,
            },
        )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_kept_comes_back(answers in answers()) {
        let publication = TestPublication::new().open();
        let journal = Journal::open(&publication).expect("nobody else asks");
        journal.keep(&answers).expect("it can be written");
        prop_assert_eq!(journal.read().expect("it can be read"), Some(answers));
    }
}

#[test]
fn nothing_answered_is_nothing_kept() {
    let publication = TestPublication::new().open();
    let journal = Journal::open(&publication).expect("nobody else asks");
    assert_eq!(journal.read().expect("it can be read"), None);
    journal.keep(&Answers::default()).expect("it can be written");
    assert_eq!(journal.read().expect("it can be read"), None);
    journal.discard().expect("it can be removed");
    journal.discard().expect("nothing is left to remove");
}

#[test]
fn only_one_asks_at_a_time() {
    let publication = TestPublication::new().open();
    let first = Journal::open(&publication).expect("nobody else asks");
    let second = Journal::open(&publication).expect_err("the first asks");
    assert_eq!(
        second.message,
        "another `digest new` is asking in this publication"
    );
    drop(first);
    Journal::open(&publication).expect("the first has ended");
}

#[test]
fn a_journal_that_makes_no_sense_is_not_thrown_away_unasked() {
    let publication = TestPublication::new().file(".digest/new/ANSWERS.yaml", "titel: A\n");
    let journal = Journal::open(&publication.open()).expect("nobody else asks");
    let failure = journal.read().expect_err("there is no such key");
    assert!(
        failure.message.contains("ANSWERS.yaml` cannot be understood"),
        "{failure}"
    );
    assert!(failure.hints[0].contains("--discard"), "{:?}", failure.hints);
    assert!(publication.path(".digest/new/ANSWERS.yaml").exists());
}
