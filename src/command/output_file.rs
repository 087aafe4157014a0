//! Files that the command line names to be written.

use std::fs;
use std::io::Write;
use std::path::Path;

use crate::foundation::{Failure, replace};

/// Writes a file that the command line names; `shown` is its path as it was given. A file is replaced as a whole. What is no file
/// (`/dev/stdout`, a pipe) is written to: putting a file in its place would take it away from everyone.
pub(super) fn write_output(path: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    let special = fs::metadata(path).is_ok_and(|found| !found.is_file());
    let written = if special {
        let opened = fs::OpenOptions::new().write(true).open(path);
        opened.and_then(|mut file| file.write_all(bytes))
    } else {
        replace(path, bytes)
    };
    written.map_err(|error| Failure::new(format!("`{}` cannot be written: {error}", shown.display())))
}
