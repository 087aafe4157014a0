//! Whether the ledger has room to grow.

use crate::publication::Publication;

use super::finding::{Finding, Topic, Verdict};

/// What a row of the ledger comes to, its write-ahead log included, in octets; measured, and rounded up.
const EACH_ROW: u64 = 2048;
/// What a send needs besides.
const AT_LEAST: u64 = 64 * 1024 * 1024;

/// Compares the room where the ledger lies with what an issue to so many subscribers needs; `None` where the system does not tell.
pub(super) fn disk(publication: &Publication, subscribers: u64) -> Option<Finding> {
    let path = publication.ledger_path();
    let folder = path.ancestors().skip(1).find(|folder| folder.is_dir())?;
    let free = free_octets(folder)?;
    let needed = AT_LEAST + subscribers * EACH_ROW;
    let room = format!("{} are free where the ledger lies", size(free));
    Some(if free < needed {
        Finding::new(
            Topic::Disk,
            Verdict::Fault,
            format!("{room}, and an issue needs up to {}", size(needed)),
        )
        .hinted("make room first: a send that cannot write the ledger stops")
    } else {
        Finding::new(Topic::Disk, Verdict::Good, room)
    })
}

#[cfg(unix)]
fn free_octets(folder: &std::path::Path) -> Option<u64> {
    let room = rustix::fs::statvfs(folder).ok()?;
    Some(room.f_bavail.saturating_mul(room.f_frsize))
}

#[cfg(not(unix))]
fn free_octets(_folder: &std::path::Path) -> Option<u64> {
    None
}

fn size(octets: u64) -> String {
    let megabytes = octets / (1024 * 1024);
    if megabytes < 10 * 1024 {
        format!("{megabytes} MB")
    } else {
        format!("{} GB", megabytes / 1024)
    }
}
