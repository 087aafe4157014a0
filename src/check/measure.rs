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
    /// How long a text is, where it may be longer than so many words; `None` too where it surely is not, which is told without a look at each
    /// word.
    pub(super) fn beyond(words: usize, text: &str) -> Option<Self> {
        if most_words(text).is_some_and(|most| most <= words) {
            return None;
        }
        Self::of(text)
    }

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

/// How many words a text in Latin letters has at most: runs of letters and digits, since no word ends within one. `None` where other letters
/// stand in it.
fn most_words(text: &str) -> Option<usize> {
    if text.is_ascii() {
        let bytes = text.as_bytes();
        let begins = bytes.iter().zip(bytes.get(1..)?);
        let begins = begins.filter(|(one, two)| !one.is_ascii_alphanumeric() && two.is_ascii_alphanumeric());
        return Some(begins.count() + usize::from(bytes[0].is_ascii_alphanumeric()));
    }
    let mut runs = 0;
    let mut inside = false;
    for byte in text.bytes() {
        let is_part = match byte {
            // ASCII, and what begins a letter of U+00C0 to U+024F.
            b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' | 0xC3..=0xC9 => true,
            // It goes on. `×` and `÷` stand among them, and part words.
            0x80..=0xBF => inside && !matches!(byte, 0x97 | 0xB7),
            // `—`, `“`, a no-break space; but `½` and `①` are words.
            0xC2 | 0xE2 => {
                runs += 1;
                false
            }
            0x00..=0x7F => false,
            _ => return None,
        };
        runs += usize::from(is_part && !inside);
        inside = is_part;
    }
    Some(runs)
}
