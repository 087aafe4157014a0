//! The YAML at a draft's head.

mod duplicate_id;
mod duplicate_issue_number;
mod file_name_mismatch;
mod front_matter_bad_date;
mod front_matter_missing_key;
mod front_matter_unknown_key;
mod front_matter_unreadable;
mod front_matter_wrong_type;
mod issue_date_order;
mod issue_number_gap;
mod list_unknown;
