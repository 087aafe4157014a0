//! The YAML at a draft's head.

pub(in crate::check) mod duplicate_id;
pub(in crate::check) mod duplicate_issue_number;
pub(in crate::check) mod file_name_mismatch;
pub(in crate::check) mod front_matter_bad_date;
pub(in crate::check) mod front_matter_missing_key;
pub(in crate::check) mod front_matter_unknown_key;
pub(in crate::check) mod front_matter_unreadable;
pub(in crate::check) mod front_matter_wrong_type;
pub(in crate::check) mod issue_date_order;
pub(in crate::check) mod issue_number_gap;
pub(in crate::check) mod list_unknown;
