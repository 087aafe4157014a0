//! Places where a subscriber's own values go.

pub(in crate::check) mod slot_syntax;
pub(in crate::check) mod slot_unknown_field;
