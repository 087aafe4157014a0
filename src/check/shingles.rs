//! How much two texts are alike.

use rayon::prelude::*;

/// How many words a shingle has.
const WIDTH: usize = 3;
/// A shingle that more texts than this begin with is a turn of phrase, and tells nothing of what two of them have in common.
const COMMON: usize = 16;
/// Where words and shingles begin to be hashed, and what each step multiplies by (FNV-1a, 64 bits).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// Which bytes are letters and digits of ASCII.
const IN_WORDS: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < table.len() {
        #[expect(clippy::cast_possible_truncation, reason = "it ends at 255")]
        let is_in = (byte as u8).is_ascii_alphanumeric();
        table[byte] = is_in;
        byte += 1;
    }
    table
};

/// The runs of three words in a text, as hashes. What is alike in two texts is the share of such runs that they have in common (Jaccard's
/// index over word shingles, after Broder, "On the resemblance and containment of documents", 1997).
#[derive(Debug)]
pub(super) struct Shingles {
    /// In order, each once.
    hashes: Box<[u32]>,
    /// How many words with a letter the text has: a row of numbers is no text.
    pub(super) words: usize,
}

/// Two texts that are alike, by their numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) first: usize,
    pub(super) second: usize,
    /// How many in a hundred of their shingles they share.
    pub(super) percent: usize,
}

impl Shingles {
    /// The shingles of a piece of Markdown; addresses and comments are no words.
    pub(super) fn of(markdown: &str) -> Self {
        let (words, lettered) = words_of(markdown);
        let mut hashes: Vec<u32> = words.windows(WIDTH).map(shingle).collect();
        hashes.sort_unstable();
        hashes.dedup();
        Self {
            hashes: hashes.into_boxed_slice(),
            words: lettered,
        }
    }

    /// How many in a hundred of the shingles of both are in both; `None` where it is less than `least`, which mostly shows early.
    fn percent(&self, other: &Self, least: usize) -> Option<usize> {
        let (one, two) = (&self.hashes, &other.hashes);
        let sum = one.len() + two.len();
        // As many are in both at least: b / (sum - b) >= least / 100.
        let needed = (sum * least).div_ceil(100 + least);
        let (mut left, mut right, mut both) = (0, 0, 0);
        while left < one.len() && right < two.len() {
            if both + (one.len() - left).min(two.len() - right) < needed {
                return None;
            }
            match one[left].cmp(&two[right]) {
                std::cmp::Ordering::Less => left += 1,
                std::cmp::Ordering::Greater => right += 1,
                std::cmp::Ordering::Equal => {
                    both += 1;
                    left += 1;
                    right += 1;
                }
            }
        }
        let percent = (both * 100).checked_div(sum - both).unwrap_or_default();
        (percent >= least).then_some(percent)
    }

    /// Whether two texts are near enough in length to be alike by `percent`.
    fn may_be_like(&self, other: &Self, percent: usize) -> bool {
        let (one, two) = (self.hashes.len(), other.hashes.len());
        one.min(two) * 100 >= one.max(two) * percent
    }

    /// So many of the shingles that two texts which are alike by `percent` have one of them in common.
    fn prefix(&self, percent: usize) -> &[u32] {
        let needed = (self.hashes.len() * percent).div_ceil(100);
        let length = (self.hashes.len() + 1).saturating_sub(needed.max(1));
        &self.hashes[..length.min(self.hashes.len())]
    }
}

/// The pairs of texts that are alike by `percent` and more, of those pairs (by number, the lower first) that are `wanted`.
pub(super) fn alike(texts: &[&Shingles], percent: usize, wanted: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let mut postings: Vec<(u32, u32)> = Vec::new();
    for (number, text) in (0_u32..).zip(texts) {
        postings.extend(text.prefix(percent).iter().map(|hash| (*hash, number)));
    }
    postings.par_sort_unstable();
    let mut candidates = Vec::new();
    let groups = postings.chunk_by(|a, b| a.0 == b.0);
    for group in groups.filter(|group| (2..=COMMON).contains(&group.len())) {
        for (at, (_, second)) in group.iter().enumerate() {
            let firsts = group[..at].iter().map(|(_, first)| *first as usize);
            let second_text = texts[*second as usize];
            let firsts = firsts.filter(|first| texts[*first].may_be_like(second_text, percent));
            let firsts = firsts.filter(|first| wanted(*first, *second as usize));
            candidates.extend(firsts.map(|first| (first, *second as usize)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    let pairs = candidates.into_iter().filter_map(|(first, second)| {
        let percent = texts[first].percent(texts[second], percent)?;
        Some(Pair {
            first,
            second,
            percent,
        })
    });
    pairs.collect()
}

/// The words of a piece of Markdown, as hashes, without regard to case, and how many of them have a letter.
fn words_of(markdown: &str) -> (Vec<u32>, usize) {
    let bytes = markdown.as_bytes();
    let mut words = Vec::with_capacity(markdown.len() / 6);
    let mut lettered = 0;
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        at += match byte {
            b' ' => 1,
            b']' | b'<' | b'{' | b':' => skipped(&markdown[at..]).max(1),
            byte if IN_WORDS[usize::from(*byte)] => add_word(&markdown[at..], &mut words, &mut lettered),
            byte if byte.is_ascii() => 1,
            _ => match markdown[at..].chars().next() {
                Some(sign) if !sign.is_alphanumeric() => sign.len_utf8(),
                _ => add_word(&markdown[at..], &mut words, &mut lettered),
            },
        };
    }
    (words, lettered)
}

/// Adds the word that a text begins with; tells how long it is.
fn add_word(rest: &str, words: &mut Vec<u32>, lettered: &mut usize) -> usize {
    let bytes = rest.as_bytes();
    let length = bytes.iter().position(|byte| !IN_WORDS[usize::from(*byte)]);
    let length = length.unwrap_or(rest.len());
    if bytes.get(length).is_none_or(u8::is_ascii) {
        // Most words are ASCII.
        *lettered += usize::from(bytes[..length].iter().any(u8::is_ascii_alphabetic));
        words.push(folded(hash_of_ascii(bytes, length)));
        return length;
    }
    let first = rest.chars().next().unwrap_or_default();
    let word = &rest[..length_of_word(rest, first)];
    *lettered += usize::from(word.contains(char::is_alphabetic));
    words.push(folded(hash_of(word)));
    word.len()
}

/// The hash of a word of ASCII letters and digits, which is so long and begins a text: eight signs at a time. A bit makes small letters of
/// capitals, and leaves digits as they are.
fn hash_of_ascii(text: &[u8], length: usize) -> u64 {
    const SMALL: u64 = 0x2020_2020_2020_2020;
    let mut hash = BASIS;
    for at in (0..length).step_by(8) {
        let eight = match text[at..].first_chunk::<8>() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => text[at..]
                .iter()
                .rev()
                .fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
        };
        let unused = 64 - 8 * (length - at).min(8);
        let eight = (eight | SMALL) << unused;
        let mixed = (hash ^ eight).wrapping_mul(PRIME);
        hash = mixed ^ (mixed >> 29);
    }
    hash
}

/// How long what begins here is, where it is no text: an address, a comment, a slot.
fn skipped(rest: &str) -> usize {
    let until = |sign: &str| rest.find(sign).map_or(rest.len(), |end| end + sign.len());
    if rest.starts_with("](") {
        until(")")
    } else if rest.starts_with("][") {
        1 + rest[1..].find(']').map_or(rest.len() - 1, |end| end + 1)
    } else if rest.starts_with("<!--") {
        until("-->")
    } else if rest.starts_with("{{") {
        until("}}")
    } else if rest.starts_with("://") {
        rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | ']'))
            .unwrap_or(rest.len())
    } else {
        0
    }
}

/// How long the word is that begins a text. Scripts that part no words by spaces have words of one sign here.
fn length_of_word(rest: &str, first: char) -> usize {
    if is_ideographic(first) {
        return first.len_utf8();
    }
    rest.find(|c: char| !c.is_alphanumeric() || is_ideographic(c))
        .unwrap_or(rest.len())
}

fn is_ideographic(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn hash_of(word: &str) -> u64 {
    let mut hash = BASIS;
    let mut add = |c: char| hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(PRIME);
    for c in word.chars() {
        if c.is_ascii() {
            add(c.to_ascii_lowercase());
        } else {
            c.to_lowercase().for_each(&mut add);
        }
    }
    hash
}

fn shingle(words: &[u32]) -> u32 {
    let words = words.iter().map(|word| u64::from(*word));
    folded(words.fold(BASIS, |hash, word| (hash ^ word).wrapping_mul(PRIME)))
}

/// A hash in half the bits; the upper ones of a product are the well mixed ones.
fn folded(hash: u64) -> u32 {
    let mixed = (hash ^ (hash >> 32)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    u32::try_from(mixed >> 32).unwrap_or_default()
}
