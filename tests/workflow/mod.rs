//! Tests of whole sends.

mod kills;
mod pace;
mod relay_down;
