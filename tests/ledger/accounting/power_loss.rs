//! The power fails while a commit is being written: the ledger is what it was before it, or what it is after.

use std::path::Path;

use digest_cli::ledger::{Engine, RowFilter, RowState};
use digest_cli::publication::Durability;

use super::disk::Disk;
use super::expected::{self, Expected};
use super::step::{Fate, Step};
use super::template::{PEOPLE, folder, open};
use super::world::World;
use crate::ledger::fixture::issue;
use crate::support::soaked;

/// A disk writes a sector whole. The soak cuts at every byte all the same.
const SECTOR: usize = 512;
/// Commits of the test: the log is copied back into the file, and begun anew, a few times.
const COMMITS: usize = 450;
/// Of those, every so-manyth is cut.
const EVERY: usize = 40;

#[test]
fn a_log_cut_at_any_length_beyond_its_last_sync_loses_nobody_and_gives_nobody_two_copies() {
    let (here, there) = (folder(), folder());
    let mut world = World::new(here.path(), Durability::Power, 2, 1);
    let step = if soaked(1) > 1 { 1 } else { SECTOR };
    let mut turns = 0;
    for round in 0..COMMITS {
        busy(&mut world, round);
        let (rows, before) = (world.rows.clone(), Disk::read(&world.path));
        world.commit();
        let after = Disk::read(&world.path);
        let turned = before.is_turned_by(&after);
        turns += usize::from(turned);
        if turned || round % EVERY == 0 {
            for cut in before.cuts(&after, step) {
                cut.write(&there.path().join("ledger.db"));
                reopen(&there.path().join("ledger.db"), &world, &rows);
            }
        }
    }
    assert!(turns >= 2, "the log was never copied back and begun anew");
    world.finish();
}

/// Both connections have something under way, something announced, and something that waits for the ledger.
fn busy(world: &mut World, round: usize) {
    let fate = if round % 100 == 99 {
        Fate::Takes
    } else {
        Fate::Defers
    };
    world.claim(PEOPLE.into());
    for connection in 0..2 {
        world.step(Step::Answer { connection });
        world.draw_claimed(connection);
        world.draw_claimed(connection);
        world.step(Step::Dot { connection, fate });
    }
    world.step(Step::Wait { minutes: 6 });
}

/// The machine starts again after the cut, and the next send opens the ledger.
fn reopen(path: &Path, world: &World, before: &[Expected]) {
    let (mut engine, _) = open(path, world.now, Durability::Power);
    let found = engine.rows(&issue(), &RowFilter::default(), 0, 1000).unwrap();
    let found: Vec<Expected> = found
        .iter()
        .map(|row| Expected {
            state: row.state,
            attempts: row.attempts,
            due: row.due,
        })
        .collect();
    let crashed = |rows: &[Expected]| {
        let mut rows = rows.to_vec();
        let doubts = expected::crash(&mut rows);
        assert!(doubts <= world.bound(), "{doubts} in doubt");
        rows
    };
    assert!(
        found == crashed(before) || found == crashed(&world.rows),
        "{found:?}"
    );
    for (person, row) in found.iter().enumerate() {
        let may_have_it = world.taken[person] > 0 || world.is_awaited(person);
        let is_known = matches!(row.state, RowState::Accepted | RowState::InDoubt);
        assert!(
            is_known || !may_have_it,
            "person {person} would get a second copy"
        );
        assert!(
            row.state != RowState::Accepted || world.taken[person] == 1,
            "person {person} is lost"
        );
    }
}
