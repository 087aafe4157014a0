//! Places where a subscriber's own values go.

mod slot_syntax;
mod slot_unknown_field;
