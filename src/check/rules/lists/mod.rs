//! The subscriber lists.

pub(in crate::check) mod list_bad_row;
pub(in crate::check) mod list_column_misspelt;
pub(in crate::check) mod list_duplicate_address;
pub(in crate::check) mod list_empty;
pub(in crate::check) mod list_misspelt_domain;
pub(in crate::check) mod list_name_suspicious;
pub(in crate::check) mod list_reserved_address;
pub(in crate::check) mod list_role_address;
pub(in crate::check) mod list_tracked_by_git;
pub(in crate::check) mod list_undeclared;
pub(in crate::check) mod list_unreadable;
