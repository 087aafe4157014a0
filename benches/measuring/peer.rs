//! The programs that are measured beside ours.

use std::path::{Path, PathBuf};

/// What `benches/install-peers` installs at a path below target/peers, where it is there.
pub(crate) fn peer(path: &str) -> Option<PathBuf> {
    let peers = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/peers");
    Some(peers.join(path)).filter(|program| program.exists())
}

/// Says that somebody is not measured, and what brings them here.
#[expect(clippy::print_stdout, reason = "whoever measures is told what is left out")]
pub(crate) fn leave_out(name: &str, remedy: &str) {
    println!("{name} is not there and left out: {remedy} installs it\n");
}
