//! The subscriber lists.

mod list_bad_row;
mod list_duplicate_address;
mod list_tracked_by_git;
mod list_unreadable;
