//! The light in which a page is read.

use super::Color;

/// What a dark page is seen on where nothing else is said.
const DARK_CANVAS: Color = Color::solid([0x12; 3]);
/// Words on it.
const DARK_TEXT: Color = Color::solid([0xe8; 3]);
/// What browsers make of links where nothing is said: on light pages, on dark ones.
const LINKS: [Color; 2] = [Color::solid([0x00, 0x00, 0xee]), Color::solid([0x9e, 0x9e, 0xff])];
/// Between light and dark: half of the way that a colour can look light.
const MIDDLE: f64 = 50.0;

/// How a reader's client shows the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mode {
    /// As it is.
    Light,
    /// Dark, by the page's own `prefers-color-scheme` rules.
    OwnDark,
    /// Dark, by a client that changes the colours.
    ForcedDark,
}

/// What holds where the page says nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Canvas {
    pub(super) background: Color,
    pub(super) text: Color,
    pub(super) link: Color,
}

impl Canvas {
    /// A bare page, light or dark.
    pub(super) fn new(dark: bool) -> Self {
        Self {
            background: if dark { DARK_CANVAS } else { Color::WHITE },
            text: if dark { DARK_TEXT } else { Color::BLACK },
            link: LINKS[usize::from(dark)],
        }
    }
}

impl Mode {
    /// A declared background, as the client shows it.
    pub(super) fn background(self, declared: Color) -> Color {
        if self != Self::ForcedDark {
            return declared;
        }
        let lightness = declared.lightness();
        if lightness <= MIDDLE {
            return declared;
        }
        declared.with_lightness((100.0 - lightness).max(DARK_CANVAS.lightness()))
    }

    /// A declared text colour, as the client shows it.
    pub(super) fn text(self, declared: Color) -> Color {
        if self != Self::ForcedDark {
            return declared;
        }
        let lightness = declared.lightness();
        if lightness >= MIDDLE {
            return declared;
        }
        declared.with_lightness(100.0 - lightness)
    }

    /// The contrast that text needs to be read.
    pub(super) fn needed(self, large: bool) -> f64 {
        if large || self == Self::ForcedDark {
            3.0
        } else {
            4.5
        }
    }

    /// Whether rules for dark pages hold.
    pub(super) fn obeys_dark_rules(self) -> bool {
        self == Self::OwnDark
    }
}
