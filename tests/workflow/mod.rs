//! Tests of whole sends.

mod full_disk;
mod kills;
mod pace;
mod relay_down;
mod sync_before_dot;
