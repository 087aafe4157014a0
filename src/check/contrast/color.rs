//! A colour, and how it looks beside another.

use std::fmt;
use std::sync::LazyLock;

/// A colour in sRGB, which may be seen through.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Color {
    /// Red, green and blue, from 0 to 255.
    pub rgb: [u8; 3],
    /// From 0, not to be seen, to 1, solid.
    pub alpha: f64,
}

impl Color {
    /// `#ffffff`.
    pub const WHITE: Self = Self::solid([255; 3]);
    /// `#000000`.
    pub const BLACK: Self = Self::solid([0; 3]);

    /// A colour that cannot be seen through.
    pub const fn solid(rgb: [u8; 3]) -> Self {
        Self { rgb, alpha: 1.0 }
    }

    /// A colour as CSS writes it: `#767676`, `rgb(0 0 0 / 50%)`, `navy`. `None` where it is none, or cannot be known.
    pub fn parse(text: &str) -> Option<Self> {
        super::color_text::parse(text)
    }

    /// This colour, seen before another.
    #[must_use]
    pub fn over(self, behind: Self) -> Self {
        let mixed = std::array::from_fn(|part| {
            let share = f64::from(self.rgb[part]) * self.alpha;
            channel(share + f64::from(behind.rgb[part]) * (1.0 - self.alpha))
        });
        Self::solid(mixed)
    }

    /// How well it stands out from another, from 1 to 21 (WCAG 2.2, *contrast ratio*).
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// How light it is, from 0 to 1 (WCAG 2.2, *relative luminance*).
    pub fn luminance(self) -> f64 {
        let [red, green, blue] = self.rgb.map(|part| LINEAR[usize::from(part)]);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// How light it looks, from 0 to 100 (CIE 1976 L*).
    pub(super) fn lightness(self) -> f64 {
        let luminance = self.luminance();
        if luminance > 0.008_856 {
            116.0 * luminance.cbrt() - 16.0
        } else {
            903.3 * luminance
        }
    }

    /// The same hue, as light as is asked for: mixed with black or white.
    pub(super) fn with_lightness(self, wanted: f64) -> Self {
        let end = if wanted > self.lightness() {
            Self::WHITE
        } else {
            Self::BLACK
        };
        // Lightness grows with luminance, which is known sooner.
        let wanted = luminance_of(wanted);
        let (mut low, mut high) = (0.0, 1.0);
        // Ten halvings come nearer than a channel's step.
        for _ in 0..10 {
            let middle = f64::midpoint(low, high);
            let mixed = Self { alpha: middle, ..end }.over(self).luminance();
            let too_far = if end == Self::WHITE {
                mixed > wanted
            } else {
                mixed < wanted
            };
            if too_far { high = middle } else { low = middle }
        }
        let mixed = Self {
            alpha: f64::midpoint(low, high),
            ..end
        }
        .over(self);
        Self {
            alpha: self.alpha,
            ..mixed
        }
    }
}

impl fmt::Display for Color {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.rgb;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// A number as a channel's value.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "it is rounded and kept within the channel"
)]
pub(super) fn channel(value: f64) -> u8 {
    value.round().clamp(0.0, 255.0) as u8
}

/// The luminance of a lightness.
fn luminance_of(lightness: f64) -> f64 {
    if lightness > 8.0 {
        ((lightness + 16.0) / 116.0).powi(3)
    } else {
        lightness / 903.3
    }
}

/// What each value of a channel is in light.
static LINEAR: LazyLock<[f64; 256]> =
    LazyLock::new(|| std::array::from_fn(|part| u8::try_from(part).map_or(1.0, linear)));

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}
