//! Places where a subscriber's own values go.

mod copy_cannot_be_filled;
mod foreign_merge_tag;
mod slot_syntax;
mod slot_unknown_field;
mod slot_without_value;
