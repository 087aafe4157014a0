//! Tests of whole sends.

mod kills;
mod relay_down;
