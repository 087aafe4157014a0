//! A draft, mended.

use std::path::{Path, PathBuf};

use similar::TextDiff;

use crate::foundation::{Failure, replace};

use super::with_line_ends_of;

/// A draft, mended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fixed {
    /// The file.
    pub path: PathBuf,
    /// Its path as a person should see it.
    pub shown: PathBuf,
    /// How many findings are gone.
    pub mended: usize,
    pub(super) before: String,
    pub(super) after: String,
}

impl Fixed {
    /// What changes, as a unified diff.
    pub fn diff(&self) -> String {
        let shown = self.shown.display().to_string();
        TextDiff::from_lines(&self.before, &self.after)
            .unified_diff()
            .header(&format!("a/{shown}"), &format!("b/{shown}"))
            .to_string()
    }

    /// Writes the file, as a whole, with the line ends that it had.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, or has changed since it was read: then it is left alone.
    pub fn write(&self) -> Result<(), Failure> {
        let shown = self.shown.display();
        let unwritable =
            |error: std::io::Error| Failure::new(format!("`{shown}` cannot be written: {error}"));
        let bytes = std::fs::read(&self.path).map_err(unwritable)?;
        let file = String::from_utf8(bytes).unwrap_or_default();
        let source = crate::foundation::Source::new(&self.shown, file.as_str());
        if source.text() != self.before {
            return Err(
                Failure::new(format!("`{shown}` has changed while it was being checked"))
                    .hinted("it was left as it is; run `digest check --fix` again"),
            );
        }
        replace(
            &linked_file(&self.path),
            with_line_ends_of(&file, &self.after).as_bytes(),
        )
        .map_err(unwritable)
    }
}

/// The file that a path leads to: a link stays a link.
fn linked_file(path: &Path) -> PathBuf {
    std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned())
}
