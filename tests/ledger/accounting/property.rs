//! The property, on as many cores as there are.

use digest_cli::publication::Durability;
use proptest::prelude::*;
use proptest::test_runner::{TestCaseError, TestRunner};

use super::step::{CONNECTIONS, any_step};
use super::template::folder;
use super::world::World;
use crate::support::soaked;

#[test]
fn any_schedule_of_replies_crashes_and_restarts_gives_nobody_two_copies_and_loses_nobody() {
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = soaked(100).div_ceil(u32::try_from(threads).unwrap());
    std::thread::scope(|scope| {
        for _ in 0..threads {
            scope.spawn(move || run(share));
        }
    });
}

fn run(cases: u32) {
    let folder = folder();
    let schedules = (
        1..=CONNECTIONS,
        0..3_usize,
        prop::collection::vec(any_step(), 1..80),
    );
    let config = ProptestConfig {
        cases,
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    let ran = TestRunner::new(config).run(&schedules, |(connections, ahead, steps)| {
        let mut world = World::new(folder.path(), Durability::Process, connections, ahead);
        for step in steps {
            world.step(step);
        }
        world.finish();
        Ok::<(), TestCaseError>(())
    });
    if let Err(error) = ran {
        panic!("{error}");
    }
}
