//! What a rule sees that looks at one list.

use crate::publication::Config;

use super::{CheckedList, Finding};

/// One list.
pub(super) struct ListScope<'a> {
    /// The list.
    pub(super) list: &'a CheckedList,
    /// digest.yaml.
    pub(super) config: &'a Config,
}

impl ListScope<'_> {
    /// A finding on a line of the list's file.
    pub(super) fn finding(&self, line: usize, message: impl Into<String>) -> Finding {
        Finding::new(self.list.line(line), message)
    }
}
