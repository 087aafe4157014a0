//! Findings mended without asking anybody.
//!
//! Only what a rule calls safe is changed, and each change is tried first: one after which any rule finds more than before is not made.
//! So mending twice is mending once, and never makes a new finding.

mod edited;
mod fixed;
mod fixer;
mod line_ends;

pub use fixed::Fixed;
pub use fixer::Fixer;

use edited::edited;
use line_ends::with_line_ends_of;
