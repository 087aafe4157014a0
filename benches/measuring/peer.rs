//! The programs that are measured beside ours.

use std::path::{Path, PathBuf};

/// What `benches/install-peers` installed at a path below target/peers. Says so where it is not there.
#[expect(clippy::print_stdout, reason = "whoever measures is told what is left out")]
pub(crate) fn peer(path: &str) -> Option<PathBuf> {
    let program = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("target/peers")
        .join(path);
    if program.exists() {
        return Some(program);
    }
    let name = program.file_name().unwrap_or_default().display();
    println!("{name} is not there and left out: `benches/install-peers` installs it\n");
    None
}
