//! Tests of `publication`.

mod config;
mod folder;
mod given;
mod hostile;
mod mistakes;
mod reader;
mod relay;
mod sample;
mod secrets;
mod values;
