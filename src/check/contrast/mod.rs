//! Whether the words of an HTML part stand out from what is behind them, in light and in the dark.
//!
//! The tree is walked with the colours, sizes and backgrounds that hold at each place: attributes such as `bgcolor`, the rules of `<style>`,
//! `style` attributes. Each text is then held against the contrast that WCAG 2.2 asks for (success criterion 1.4.3): 4.5, or 3 where it is
//! large. What cannot be known (an image behind, a variable's colour) is passed over.
//!
//! Readers see a dark page in one of two ways. Apple Mail, Thunderbird and others obey the page's own `prefers-color-scheme` rules. Gmail and
//! Outlook do not know them, and change the declared colours by methods of their own that are nowhere laid down. [`Mode::ForcedDark`] is an
//! approximation: a light background gets the lightness that it lacks of white, never darker than the client's own; a dark background is
//! left as it is; dark words are made as light as they were dark. As it is only that, less is asked for there: 3 at any size.

mod cascade;
mod color;
mod color_text;
mod compound;
mod computed;
mod element;
mod faint;
mod mode;
mod setting;
mod sheet;
mod size;
mod told;

pub use color::Color;
pub use faint::{FaintPair, faint_pairs};
pub use mode::Mode;
pub(super) use size::Size;
pub(super) use told::told;

use cascade::Cascade;
use compound::{Compound, specificity};
use computed::Computed;
use element::by_attributes;
use setting::{Paint, Setting, settings};
use sheet::Sheet;
