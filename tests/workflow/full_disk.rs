//! A disk that is full or locked while a send goes on, and after it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use digest_cli::foundation::ExitStatus;

use crate::support::{FailingDisk, ISSUE_ID, Newsroom, SmallDisk, SmtpServer, Step, readers};

const SUBSCRIBERS: usize = 300;
/// Copies whose final dot has leave may be ended after the disk is full: two for each of four connections.
const MOST_AFTER: usize = 8;
/// In kilobytes: enough for the ledger and its log.
const ROOM: u32 = 16 * 1024;
/// The same for a disk that fails, in megabytes.
const MEGABYTES: u64 = 64;

#[test]
fn a_disk_that_fills_up_stops_the_send_before_the_next_dot_and_loses_nobody() {
    let newsroom = TroubledNewsroom::new(SmallDisk::fill);
    let Some(disk) = SmallDisk::mount(&newsroom.ledger, ROOM) else {
        return;
    };
    newsroom.stops_saying(&["the disk is full", "make room", "run the same command again"]);
    disk.make_room();
    newsroom.goes_on_and_loses_nobody();
}

#[test]
fn a_disk_that_fails_and_becomes_read_only_stops_the_send_before_the_next_dot_and_loses_nobody() {
    let newsroom = TroubledNewsroom::new(FailingDisk::fail);
    let Some(disk) = FailingDisk::mount(&newsroom.ledger, MEGABYTES) else {
        return;
    };
    newsroom.stops_saying(&[
        "has become read-only",
        "have it mended",
        "run the same command again",
    ]);
    let refused = newsroom.newsroom.send([]);
    assert_ne!(refused.status, ExitStatus::Success);
    assert!(
        refused.stderr.contains("Read-only file system"),
        "{}",
        refused.stderr
    );
    assert!(newsroom.dots_in_trouble() <= MOST_AFTER);
    disk.mend();
    newsroom.goes_on_and_loses_nobody();
}

/// A newsroom whose ledger gets into trouble at its hundredth final dot.
struct TroubledNewsroom {
    newsroom: Newsroom,
    /// The ledger's folder.
    ledger: PathBuf,
    /// Where the trouble is to be made.
    place: Arc<Mutex<Option<PathBuf>>>,
    /// Final dots since.
    dots: Arc<AtomicUsize>,
}

impl TroubledNewsroom {
    fn new(trouble: fn(&Path)) -> Self {
        let place = Arc::new(Mutex::new(None::<PathBuf>));
        let dots = Arc::new(AtomicUsize::new(0));
        let (counted, made) = (Arc::clone(&dots), Arc::clone(&place));
        let server = SmtpServer::new(move |moment| {
            if moment.step == Step::Dot {
                counted.fetch_add(1, Ordering::SeqCst);
                if moment.time == 100
                    && let Some(place) = made.lock().expect("not poisoned").take()
                {
                    trouble(&place);
                    counted.store(0, Ordering::SeqCst);
                }
            }
            None
        });
        let newsroom = Newsroom::of_readers(SUBSCRIBERS, server);
        let ledger = newsroom.path(".digest");
        Self {
            newsroom,
            ledger,
            place,
            dots,
        }
    }

    fn dots_in_trouble(&self) -> usize {
        self.dots.load(Ordering::SeqCst)
    }

    fn stops_saying(&self, words: &[&str]) {
        *self.place.lock().expect("not poisoned") = Some(self.ledger.clone());
        let stopped = self.newsroom.send([]);
        assert_eq!(stopped.status, ExitStatus::Again, "{}", stopped.stderr);
        for told in words {
            assert!(stopped.stderr.contains(told), "{}", stopped.stderr);
        }
        let after = self.dots_in_trouble();
        assert!(after <= MOST_AFTER, "{after} dots were written after the trouble");
    }

    fn goes_on_and_loses_nobody(&self) {
        let ended = self.newsroom.send([]);
        let states = self.newsroom.states();
        let everyone: BTreeSet<String> = readers(SUBSCRIBERS).collect();
        assert_eq!(states.keys().cloned().collect::<BTreeSet<_>>(), everyone);
        let doubtful = states.values().filter(|state| *state == "in_doubt").count();
        let accepted = states.values().filter(|state| *state == "accepted").count();
        assert_eq!(doubtful + accepted, SUBSCRIBERS, "{}", ended.stderr);
        assert!(doubtful <= MOST_AFTER, "{doubtful} are in doubt");
        let taken = self.newsroom.taken();
        assert!(
            taken.windows(2).all(|pair| pair[0] != pair[1]),
            "somebody got two copies"
        );
        let known = |address: &String| states[address] == "accepted" || states[address] == "in_doubt";
        assert!(taken.iter().all(known), "the ledger does not know of a copy");
        let lost = |address: &String| states[address] == "accepted" && !taken.contains(address);
        assert!(!everyone.iter().any(lost), "somebody has no copy");
    }
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
