//! The subscriber lists.

pub(in crate::check) mod list_bad_row;
pub(in crate::check) mod list_duplicate_address;
pub(in crate::check) mod list_tracked_by_git;
pub(in crate::check) mod list_unreadable;
