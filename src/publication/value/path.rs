//! Paths of files.

use std::path::PathBuf;

use crate::publication::Fault;

use super::line;

/// The path of a file, absolute or from the publication's folder.
pub fn path(text: &str) -> Result<PathBuf, Fault> {
    line(text).map(PathBuf::from)
}
