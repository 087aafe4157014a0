//! What a probe says of a list's copies is what composing them would say.

use std::sync::Arc;

use digest_cli::compose::{Composer, Probe};
use digest_cli::edition::{Edition, Piece, Place};
use digest_cli::foundation::Address;
use digest_cli::subscriber::Profile;
use proptest::prelude::*;

use super::fixture::{DATE, composer, edition, key, slotted, statement, try_compose, value};

/// Values that may be missing, each under a condition or none.
fn asking() -> impl Strategy<Value = Vec<Piece>> {
    let condition = prop_oneof![
        Just(None),
        Just(Some("subscriber.city")),
        Just(Some("not subscriber.city")),
        Just(Some("subscriber.note or subscriber.city")),
        Just(Some("subscriber.tags")),
        Just(Some("subscriber.city == \"Almaty\"")),
        Just(Some("subscriber.city | trim('-')")),
    ];
    let printed = prop_oneof![
        Just("subscriber.city"),
        Just("subscriber.note"),
        Just("subscriber.note | default(subscriber.city)"),
        Just("subscriber.note | int"),
    ];
    let pieces = (condition, printed).prop_map(|(condition, printed)| {
        let printed = value(printed, Place::Text);
        match condition {
            None => vec![printed],
            Some(condition) => vec![statement(&format!("if {condition}")), printed, statement("endif")],
        }
    });
    proptest::collection::vec(pieces, 0..3).prop_map(|pieces| pieces.concat())
}

fn reader() -> impl Strategy<Value = Profile> {
    let text = || prop_oneof![Just(""), Just(" "), Just("-"), Just("Almaty"), Just("12")];
    let tags = prop_oneof![Just(vec![]), Just(vec!["vip".to_owned()])];
    (text(), text(), tags).prop_map(|(city, note, tags)| Profile {
        email: "anna@example.com".to_owned(),
        tags,
        fields: [("city", city), ("note", note)]
            .map(|(key, value)| (key.to_owned(), value.to_owned()))
            .into(),
        ..Profile::default()
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn a_probe_says_of_each_reader_what_composing_their_copy_would_say(
        pieces in asking(),
        readers in proptest::collection::vec(reader(), 1..12),
    ) {
        let edition = Edition { text: slotted(pieces), ..edition() };
        let probe = Probe::new(Composer::new(Arc::new(edition.clone()), key(), "live", DATE).expect("a composer"));
        // Two threads would each have trials of their own.
        let mut trials = [probe.trials(), probe.trials()];
        let composer = composer(edition);
        for (at, reader) in readers.into_iter().enumerate() {
            let canonical = Address::parse(&reader.email).expect("an address").canonical();
            let said = trials[at % 2].refusal(&canonical, &reader.email, "weekly", &reader);
            let tried = try_compose(&composer, &reader).err();
            prop_assert_eq!(said.map(|said| said.reason), tried.map(|tried| tried.reason), "{:?}", reader);
        }
    }
}
