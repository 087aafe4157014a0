//! YAML maps read into values, with every mistake told at once.

mod entries;
mod finish;
mod named;
mod presentable;
mod reader;
mod rules;
mod secrets;
mod several;

pub use named::Named;
pub use reader::Reader;
pub use rules::ReaderRules;
