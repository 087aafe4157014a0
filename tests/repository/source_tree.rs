//! The project's own files, read for the tests beside this one.

use std::fs;
use std::path::{Path, PathBuf};

/// One Rust file below `src`.
pub(super) struct SourceFile {
    /// Its path from `src`, with forward slashes: `check/rules/lead_missing.rs`.
    pub(super) path: String,
    /// Its text.
    pub(super) text: String,
}

impl SourceFile {
    /// The top-level module it belongs to: the first folder, or the file's own stem.
    pub(super) fn module(&self) -> &str {
        let first = self.path.split('/').next().expect("a path has a first part");
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// The file's name without its ending.
    pub(super) fn stem(&self) -> &str {
        let name = self.path.rsplit('/').next().expect("a path has a last part");
        name.strip_suffix(".rs").unwrap_or(name)
    }

    /// Its lines of code: neither comments nor documentation, nor blank.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let numbered = self
            .text
            .lines()
            .enumerate()
            .map(|(index, line)| (index + 1, line));
        numbered.filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with("//"))
    }
}

/// The project's folder.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file below `src`, sorted by path.
pub(super) fn source_files() -> Vec<SourceFile> {
    let source = root().join("src");
    let mut files: Vec<SourceFile> = rust_files(&source)
        .into_iter()
        .map(|path| SourceFile {
            text: fs::read_to_string(&path).expect("source files are UTF-8"),
            path: path
                .strip_prefix(&source)
                .expect("found below src")
                .to_string_lossy()
                .replace('\\', "/"),
        })
        .collect();
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder of the project can be read");
    let mut found = Vec::new();
    for entry in entries {
        let path = entry.expect("an entry of a folder can be read").path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}
