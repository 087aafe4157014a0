//! A slotted text filled, and not encoded.

use crate::edition::Slotted;
use crate::subscriber::Profile;

use super::form::{Finish, Form};
use super::reader::Reader;
use super::{Links, Unfillable};

/// What one reader sees of a slotted text: values escaped for their places, paragraphs wrapped, nothing encoded for the wire.
pub fn plain(slotted: &Slotted, profile: &Profile, links: &Links) -> Result<String, Unfillable> {
    Form::new(slotted, Finish::Plain)?.fill(&Reader::new(profile, links))
}
