//! Slotted texts made ready to be filled: stage two.

mod blank;
mod builder;
mod finish;
mod form;
mod layout;
mod plain_condition;
mod plain_name;
mod plain_value;
mod step;
mod steps;
mod tags;

pub(super) use finish::Finish;
pub(super) use form::Form;
