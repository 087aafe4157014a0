//! The property.

use digest_cli::ledger::Standing;
use proptest::prelude::*;

use super::both::Both;
use super::model::{LISTS, Model, PEOPLE};
use super::step::{Step, any_step};
use crate::ledger::fixture::Desk;

/// 24 schedules, or as many times that as `scripts/soak` says.
#[expect(
    clippy::disallowed_methods,
    reason = "how long a test runs is asked of the environment"
)]
fn cases() -> u32 {
    let soak = std::env::var("DIGEST_SOAK")
        .ok()
        .and_then(|times| times.parse().ok());
    soak.unwrap_or(1_u32).saturating_mul(24)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

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
