//! A disk that is full or locked while a send goes on, and after it.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use digest_cli::foundation::ExitStatus;

use crate::support::{ISSUE_ID, Newsroom, SmallDisk, SmtpServer, Step, readers};

const SUBSCRIBERS: usize = 300;
/// Copies whose final dot has leave may be ended after the disk is full: two for each of four connections.
const MOST_AFTER: usize = 8;
/// In kilobytes: enough for the ledger and its log.
const ROOM: u32 = 16 * 1024;

#[test]
fn a_disk_that_fills_up_stops_the_send_before_the_next_dot_and_loses_nobody() {
    let folder = Arc::new(Mutex::new(None::<std::path::PathBuf>));
    let (dots, filled) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&folder));
    let counted = Arc::clone(&dots);
    let server = SmtpServer::new(move |moment| {
        if moment.step == Step::Dot {
            counted.fetch_add(1, Ordering::SeqCst);
            if moment.time == 100
                && let Some(folder) = filled.lock().expect("not poisoned").take()
            {
                SmallDisk::fill(&folder);
                counted.store(0, Ordering::SeqCst);
            }
        }
        None
    });
    let newsroom = Newsroom::of_readers(SUBSCRIBERS, server);
    let Some(disk) = SmallDisk::mount(&newsroom.path(".digest"), ROOM) else {
        return;
    };
    *folder.lock().expect("not poisoned") = Some(newsroom.path(".digest"));

    let stopped = newsroom.send([]);
    assert_eq!(stopped.status, ExitStatus::Again, "{}", stopped.stderr);
    for told in ["the disk is full", "make room", "run the same command again"] {
        assert!(stopped.stderr.contains(told), "{}", stopped.stderr);
    }
    let after = dots.load(Ordering::SeqCst);
    assert!(after <= MOST_AFTER, "{after} dots were written on a full disk");

    disk.make_room();
    let ended = newsroom.send([]);
    let states = newsroom.states();
    let everyone: BTreeSet<String> = readers(SUBSCRIBERS).collect();
    assert_eq!(states.keys().cloned().collect::<BTreeSet<_>>(), everyone);
    let doubtful = states.values().filter(|state| *state == "in_doubt").count();
    let accepted = states.values().filter(|state| *state == "accepted").count();
    assert_eq!(doubtful + accepted, SUBSCRIBERS, "{}", ended.stderr);
    assert!(doubtful <= MOST_AFTER, "{doubtful} are in doubt");
    let taken = newsroom.taken();
    assert!(
        taken.windows(2).all(|pair| pair[0] != pair[1]),
        "somebody got two copies"
    );
    let known = |address: &String| states[address] == "accepted" || states[address] == "in_doubt";
    assert!(taken.iter().all(known), "the ledger does not know of a copy");
}

#[test]
fn a_ledger_that_cannot_be_written_can_be_looked_at_and_sends_nothing() {
    let newsroom = Newsroom::of_readers(9, SmtpServer::faultless());
    let Some(disk) = SmallDisk::mount(&newsroom.path(".digest"), ROOM) else {
        return;
    };
    newsroom.send(["--limit", "4"]).expect(ExitStatus::Again);
    disk.set_writable(false);

    let status = newsroom.run(["status", ISSUE_ID]).success();
    assert!(status.stdout.contains("       5         4"), "{}", status.stdout);
    assert!(status.stderr.contains("cannot be written"), "{}", status.stderr);
    let refused = newsroom.send([]);
    assert_eq!(refused.status, ExitStatus::Again, "{}", refused.stderr);
    assert!(
        refused.stderr.contains("give write permission"),
        "{}",
        refused.stderr
    );
    assert_eq!(newsroom.taken().len(), 4);

    disk.set_writable(true);
    newsroom.send([]).success();
    assert_eq!(newsroom.taken(), readers(9).collect::<Vec<_>>());
}
