//! A draft's Markdown on its way to the parser.

use super::Tag;
use super::block::Lines;

/// The text behind a draft's front matter, and the same with its tags filled, which is what was parsed.
pub(super) struct Parsed<'a> {
    /// As written.
    pub(super) text: &'a str,
    /// With each tag as as much filler.
    pub(super) filled: &'a str,
    /// The tags.
    pub(super) tags: &'a [Tag],
    /// The lines of the filled text.
    pub(super) lines: &'a Lines<'a>,
}
