//! Files that the command line names to be written.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use crate::foundation::{Failure, replace};

/// Writes a file that the command line names; `shown` is its path as it was given. A file is replaced as a whole. What is none (a pipe, a
/// device) or is reached by a link (`/dev/stdout` is one, whatever it leads to) is opened and written to, as a shell does: to put a file in
/// its place would take it away from everyone.
pub(super) fn write_output(path: &Path, shown: &Path, bytes: &[u8]) -> Result<(), Failure> {
    // Of the name itself, not of what it leads to.
    let special = fs::symlink_metadata(path).is_ok_and(|found| !found.is_file());
    let written = if special {
        let opened = OpenOptions::new().write(true).truncate(true).open(path);
        opened.and_then(|mut file| file.write_all(bytes))
    } else {
        replace(path, bytes)
    };
    written.map_err(|error| Failure::new(format!("`{}` cannot be written: {error}", shown.display())))
}
