//! An issue made ready for everyone: the same for all, with slots where a subscriber's own values go.

mod edition;
mod paragraph;
mod slot;

pub use edition::{Edition, LinkStyle, ListHeaders};
pub use paragraph::wrapped;
pub use slot::{Piece, Place, Slotted};
