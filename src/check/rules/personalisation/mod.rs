//! Places where a subscriber's own values go.

pub(in crate::check) mod copy_cannot_be_filled;
pub(in crate::check) mod foreign_merge_tag;
pub(in crate::check) mod slot_syntax;
pub(in crate::check) mod slot_unknown_field;
pub(in crate::check) mod slot_without_value;
