//! A number with its unit in running text.

/// Words that a number is multiplied by.
const SCALES: [(&str, f64); 9] = [
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("bn", 1e9),
    ("mln", 1e6),
    ("m", 1e6),
    ("k", 1e3),
    ("tn", 1e12),
];
/// What says that a number is a share.
const PERCENT: [&str; 5] = ["%", "percentage points", "percent", "per cent", "pct"];

/// A number, as English writes it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Amount {
    /// The number before its scale.
    pub(super) number: f64,
    /// What it is multiplied by: 1 where nothing is said.
    pub(super) scale: f64,
    /// Whether it is a share.
    pub(super) is_percent: bool,
    /// The sign of its currency.
    pub(super) currency: Option<char>,
    /// Whether it may be a year.
    pub(super) may_be_year: bool,
    /// How many bytes it takes.
    pub(super) length: usize,
}

impl Amount {
    /// The amount that a text begins with.
    pub(super) fn at(text: &str) -> Option<Self> {
        let currency = text.chars().next().filter(|c| matches!(c, '$' | '€' | '£' | '¥'));
        let rest = &text[currency.map_or(0, char::len_utf8)..];
        let minus = rest.chars().next().filter(|c| matches!(c, '-' | '−' | '–'));
        let rest = &rest[minus.map_or(0, char::len_utf8)..];
        let length = length_of_number(rest)?;
        let digits: String = rest[..length].chars().filter(|c| *c != ',').collect();
        let number: f64 = digits.parse().ok()?;
        let rest = &rest[length..];
        if rest.starts_with(|c: char| c.is_alphanumeric() && !rest.starts_with(['m', 'k', 'b', 't'])) {
            return None;
        }
        let may_be_year = digits.len() == 4 && (1800.0..2200.0).contains(&number);
        let (scale, rest) = scaled(rest);
        let (is_percent, rest) = shared(rest);
        let is_whole = !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '/' || c == ':');
        is_whole.then_some(Self {
            number: if minus.is_some() { -number } else { number },
            scale,
            is_percent,
            currency,
            may_be_year: may_be_year && currency.is_none() && !is_percent,
            length: text.len() - rest.len(),
        })
    }

    /// Its value.
    pub(super) fn value(self) -> f64 {
        self.number * self.scale
    }

    /// Whether nothing is said but the number.
    pub(super) fn is_bare(self) -> bool {
        !self.is_percent && self.currency.is_none() && (self.scale - 1.0).abs() < f64::EPSILON
    }
}

/// How long the number is that a text begins with: digits, thousands set apart by commas, decimals after a point.
fn length_of_number(text: &str) -> Option<usize> {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let mut length = digits(text);
    if length == 0 {
        return None;
    }
    while text[length..].starts_with(',') && digits(&text[length + 1..]) == 3 {
        length += 4;
    }
    if text[length..].starts_with('.') {
        let decimals = digits(&text[length + 1..]);
        length += if decimals > 0 { decimals + 1 } else { 0 };
    }
    let goes_on = text[length..]
        .strip_prefix(['.', ','])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (!goes_on).then_some(length)
}

/// What a number is multiplied by, and what follows.
fn scaled(text: &str) -> (f64, &str) {
    let word = text.trim_start_matches([' ', '\u{A0}']);
    for (name, scale) in SCALES {
        if let Some(rest) = word.strip_prefix(name)
            && !rest.starts_with(char::is_alphanumeric)
        {
            return (scale, rest);
        }
    }
    (1.0, text)
}

/// Whether a share follows, and what follows that.
fn shared(text: &str) -> (bool, &str) {
    let word = text.trim_start_matches([' ', '\u{A0}']);
    let mut signs = PERCENT.iter().filter_map(|sign| word.strip_prefix(sign));
    signs.next().map_or((false, text), |rest| (true, rest))
}
