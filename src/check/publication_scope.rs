//! What a rule sees that looks at the publication as a whole.

use std::path::Path;

use super::CheckedList;

/// The publication's folder and the lists that are to be checked.
pub(super) struct PublicationScope<'a> {
    /// The folder.
    pub(super) root: &'a Path,
    /// The lists.
    pub(super) lists: &'a [CheckedList],
}
