//! Files that are made for measuring, and need not survive a crash.

use std::fs;
use std::io;
use std::path::Path;

/// Writes a file.
#[expect(
    clippy::disallowed_methods,
    reason = "what is made for measuring need not survive a crash"
)]
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::write(path, bytes)
}
