//! How large letters are.

/// What browsers begin with, in pixels.
const MEDIUM: f64 = 16.0;
/// Sizes that have a name, in pixels.
const NAMED: [(&str, f64); 8] = [
    ("xx-small", 9.0),
    ("x-small", 10.0),
    ("small", 13.0),
    ("medium", MEDIUM),
    ("large", 18.0),
    ("x-large", 24.0),
    ("xx-large", 32.0),
    ("xxx-large", 48.0),
];

/// A font's size, as declared.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::check) enum Size {
    /// In pixels.
    Pixels(f64),
    /// Times the size around.
    Times(f64),
}

impl Size {
    /// Reads `14px`, `1.2em`, `small`.
    pub(in crate::check) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        if let Some((_, pixels)) = NAMED.iter().find(|(name, _)| *name == text) {
            return Some(Self::Pixels(*pixels));
        }
        let digits = text
            .find(|c: char| !c.is_ascii_digit() && c != '.' && c != '-' && c != '+')
            .unwrap_or(text.len());
        let (number, unit) = text.split_at(digits);
        let number: f64 = number.parse().ok().filter(|number| *number >= 0.0)?;
        Some(match unit {
            "px" => Self::Pixels(number),
            "pt" => Self::Pixels(number * 4.0 / 3.0),
            "rem" => Self::Pixels(number * MEDIUM),
            "em" => Self::Times(number),
            "%" => Self::Times(number / 100.0),
            "" if number == 0.0 => Self::Pixels(0.0),
            _ => return None,
        })
    }

    /// In pixels, within letters of a size.
    pub(in crate::check) fn within(self, around: f64) -> f64 {
        match self {
            Self::Pixels(pixels) => pixels,
            Self::Times(times) => times * around,
        }
    }
}
