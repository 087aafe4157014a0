//! The property.

use digest_cli::ledger::Standing;
use proptest::prelude::*;

use super::both::Both;
use super::model::{LISTS, Model, PEOPLE};
use super::step::{Step, any_step};
use crate::ledger::fixture::Desk;
use crate::support::soaked;

proptest! {
    #![proptest_config(ProptestConfig { cases: soaked(24), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_nobody_gets_two_copies_and_nobody_is_lost(
        people in prop::collection::vec(0..4_u8, PEOPLE),
        steps in prop::collection::vec(any_step(), 1..60),
    ) {
        let mut both = Both { desk: Some(Desk::new()), model: Model::default() };
        for (person, list) in people.into_iter().enumerate() {
            let list = usize::from(list);
            if list < LISTS {
                both.model.lists.insert((person, list), Standing::Wanted);
            }
        }
        both.step(&Step::Send { changed: false });
        for step in &steps {
            both.step(step);
            both.compare();
        }
    }
}
