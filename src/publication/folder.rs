//! The folder itself.

use std::path::{Path, PathBuf};

use super::Config;

/// A publication that was found and whose digest.yaml makes sense.
#[derive(Debug, Clone)]
pub struct Publication {
    /// The folder, absolute.
    pub root: PathBuf,
    /// What digest.yaml says.
    pub config: Config,
}

impl Publication {
    /// A file's path as a person should see it: from the publication's folder, where it lies inside.
    pub fn shown<'a>(&self, path: &'a Path) -> &'a Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }
}
