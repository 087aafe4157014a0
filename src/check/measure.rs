//! How long a text is.

use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// Scripts whose characters are counted.
const IDEOGRAPHS: [Script; 4] = [Script::Han, Script::Hiragana, Script::Katakana, Script::Bopomofo];
/// Scripts that write no spaces between words.
const UNSPACED: [Script; 5] = [
    Script::Thai,
    Script::Lao,
    Script::Khmer,
    Script::Myanmar,
    Script::Tibetan,
];

/// A text's length, in what its script is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Words, by UAX #29.
    Words(usize),
    /// Characters, of Chinese and Japanese.
    Characters(usize),
}

impl Measure {
    /// How long a text is; `None` where its script writes no spaces between words and nobody counts its characters either (Thai, Khmer …).
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.is_ascii() {
            return Some(Self::Words(text.unicode_words().count()));
        }
        let (mut ideographs, mut unspaced, mut letters) = (0, 0, 0_usize);
        for c in text.chars().filter(|c| !c.is_ascii() && c.is_alphanumeric()) {
            letters += 1;
            let script = c.script();
            ideographs += usize::from(IDEOGRAPHS.contains(&script));
            unspaced += usize::from(UNSPACED.contains(&script));
        }
        letters += text.bytes().filter(u8::is_ascii_alphanumeric).count();
        if unspaced * 4 > letters {
            None
        } else if ideographs * 4 > letters {
            let seen = text.chars().filter(|c| !c.is_whitespace());
            Some(Self::Characters(seen.count()))
        } else {
            Some(Self::Words(text.unicode_words().count()))
        }
    }
}
