//! How large letters are.

/// The height of letters, as a style declares it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum LetterSize {
    /// In pixels.
    Pixels(f64),
    /// Times the height around.
    Times(f64),
}

/// Heights that have a name, in pixels.
const NAMED: [(&str, f64); 4] = [
    ("xx-small", 9.0),
    ("x-small", 10.0),
    ("small", 13.0),
    ("medium", 16.0),
];

impl LetterSize {
    /// Reads `14px`, `1.2em`, `small`; `None` for what is not known to be any height.
    pub(super) fn parse(declared: &str) -> Option<Self> {
        let declared = declared.trim().to_ascii_lowercase();
        if let Some((_, pixels)) = NAMED.iter().find(|(name, _)| *name == declared) {
            return Some(Self::Pixels(*pixels));
        }
        let unit = declared.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number: f64 = declared[..unit].parse().ok()?;
        match &declared[unit..] {
            "px" => Some(Self::Pixels(number)),
            "pt" => Some(Self::Pixels(number * 4.0 / 3.0)),
            "rem" => Some(Self::Pixels(number * 16.0)),
            "em" => Some(Self::Times(number)),
            "%" => Some(Self::Times(number / 100.0)),
            _ => None,
        }
    }

    /// In pixels, where it stands among letters of a height.
    pub(super) fn within(self, around: f64) -> f64 {
        match self {
            Self::Pixels(pixels) => pixels,
            Self::Times(times) => times * around,
        }
    }
}
