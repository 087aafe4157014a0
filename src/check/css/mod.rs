//! Style sheets and `style` attributes, read as mail clients read them: what cannot be read is skipped.

mod declaration;
mod scan;
mod style_sheet;
mod value;

pub(super) use declaration::{Declaration, declarations};
pub(super) use scan::pieces;
pub(super) use style_sheet::{AtRule, StyleRule, StyleSheet};
pub(super) use value::{Word, words};

use scan::past;
