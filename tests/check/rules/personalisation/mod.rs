//! Places where a subscriber's own values go.

mod copy_cannot_be_filled;
mod slot_syntax;
mod slot_unknown_field;
