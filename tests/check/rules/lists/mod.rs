//! The subscriber lists.

mod list_bad_row;
mod list_column_misspelt;
mod list_duplicate_address;
mod list_empty;
mod list_misspelt_domain;
mod list_name_suspicious;
mod list_reserved_address;
mod list_role_address;
mod list_tracked_by_git;
mod list_undeclared;
mod list_unreadable;
