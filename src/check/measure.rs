//! How long a text is.

use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

use crate::foundation::ByteSet;
use crate::issue::ProseBlock;

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

/// What other signs than ASCII and the letters from U+00C0 to U+024F hold, in UTF-8, and `×` and `÷`, which part words though they stand among
/// those letters.
const OTHERS: ByteSet = ByteSet::holding(&[0xC2, 0x97, 0xB7]).with(0xCA, 0xFF);

/// A text's length, in what its script is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Measure {
    /// Words, by UAX #29.
    Words(usize),
    /// Characters, of Chinese and Japanese.
    Characters(usize),
}

impl Measure {
    /// How long a part of a block's text is, where it may be longer than so many words; `None` too where it surely is not, which is told without
    /// a look at each word.
    pub(super) fn beyond(words: usize, part: &str, block: &ProseBlock) -> Option<Self> {
        if !block.bytes.meets(&OTHERS) && most_words(part.as_bytes()) <= words {
            return None;
        }
        Self::of(part)
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

/// As many bytes as a byte can count words of.
const STRETCH: usize = 255;

/// How many words a text in Latin letters has at most: runs of letters and digits, since no word ends within one.
fn most_words(text: &[u8]) -> usize {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
    let first = text.first().is_some_and(|byte| is_part(*byte));
    // A stretch that no count of a byte overflows in: so many bytes are looked at at once.
    let begins = text
        .chunks(STRETCH)
        .zip(text.get(1..).unwrap_or_default().chunks(STRETCH));
    let begins = begins.map(|(one, two)| {
        let pairs = one.iter().zip(two);
        let count = pairs.fold(0_u8, |count, (one, two)| {
            count + u8::from(!is_part(*one) & is_part(*two))
        });
        usize::from(count)
    });
    usize::from(first) + begins.sum::<usize>()
}
