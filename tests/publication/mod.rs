//! Tests of `publication`.

mod config;
mod folder;
pub(crate) mod given;
mod hostile;
mod mistakes;
mod reader;
mod relay;
mod sample;
mod secrets;
mod values;
