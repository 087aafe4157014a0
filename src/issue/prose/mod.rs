//! What a draft says, as readers meet it: blocks of plain text, links, pictures, each with its place in the file.
//!
//! A rule that speaks of words looks here and not at Markdown. Everything that is no prose (code, slots, bare addresses, pictures) stands in
//! the text as one [`ABSENT`] character, so that what stands before and after it does not meet.

mod block;
mod image;
mod link;
mod part_of;
mod place;
mod prose;
mod runs;
mod walk;

pub use block::{BlockKind, ProseBlock};
pub use image::ProseImage;
pub use link::{LinkKind, ProseLink};
pub use part_of::PartOf;
pub use prose::Prose;
pub use runs::ABSENT;

use runs::Runs;
