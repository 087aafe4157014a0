//! How much two texts are alike.

/// How many words a shingle has.
const WIDTH: usize = 3;
/// A shingle that more texts than this begin with is a turn of phrase, and tells nothing of what two of them have in common.
const COMMON: usize = 16;
/// Where words and shingles begin to be hashed, and what each step multiplies by (FNV-1a, 64 bits).
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0100_0000_01b3;

/// The runs of three words in a text, as hashes. What is alike in two texts is the share of such runs that they have in common (Jaccard's
/// index over word shingles, after Broder, "On the resemblance and containment of documents", 1997).
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

    /// How many in a hundred of the shingles of both are in both.
    fn percent(&self, other: &Self) -> usize {
        let (mut left, mut right, mut both) =
            (self.hashes.iter().peekable(), other.hashes.iter().peekable(), 0);
        while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(left.next()),
                std::cmp::Ordering::Greater => drop(right.next()),
                std::cmp::Ordering::Equal => {
                    both += 1;
                    left.next();
                    right.next();
                }
            }
        }
        let all = self.hashes.len() + other.hashes.len() - both;
        (both * 100).checked_div(all).unwrap_or_default()
    }

    /// So many of the shingles that two texts which are alike by `percent` have one of them in common.
    fn prefix(&self, percent: usize) -> &[u32] {
        let needed = (self.hashes.len() * percent).div_ceil(100);
        let length = (self.hashes.len() + 1).saturating_sub(needed.max(1));
        &self.hashes[..length.min(self.hashes.len())]
    }
}

/// The pairs of texts that are alike by `percent` and more, of those pairs (by number, the lower first) that are `wanted`.
pub(super) fn alike(texts: &[Shingles], percent: usize, wanted: impl Fn(usize, usize) -> bool) -> Vec<Pair> {
    let mut postings: Vec<(u32, u32)> = Vec::new();
    for (number, text) in (0_u32..).zip(texts) {
        postings.extend(text.prefix(percent).iter().map(|hash| (*hash, number)));
    }
    postings.sort_unstable();
    let mut candidates = Vec::new();
    let groups = postings.chunk_by(|a, b| a.0 == b.0);
    for group in groups.filter(|group| (2..=COMMON).contains(&group.len())) {
        for (at, (_, second)) in group.iter().enumerate() {
            let firsts = group[..at].iter().map(|(_, first)| *first as usize);
            let firsts = firsts.filter(|first| wanted(*first, *second as usize));
            candidates.extend(firsts.map(|first| (first, *second as usize)));
        }
    }
    candidates.sort_unstable();
    candidates.dedup();
    let pairs = candidates.into_iter().map(|(first, second)| Pair {
        first,
        second,
        percent: texts[first].percent(&texts[second]),
    });
    pairs.filter(|pair| pair.percent >= percent).collect()
}

/// The words of a piece of Markdown, as hashes, without regard to case, and how many of them have a letter.
fn words_of(markdown: &str) -> (Vec<u32>, usize) {
    let mut words = Vec::new();
    let mut lettered = 0;
    let mut rest = markdown;
    while let Some(sign) = rest.chars().next() {
        let length = if sign.is_alphanumeric() {
            let length = length_of_word(rest, sign);
            words.push(folded(hash_of(&rest[..length])));
            lettered += usize::from(rest[..length].contains(char::is_alphabetic));
            length
        } else {
            sign.len_utf8()
        };
        rest = &rest[skipped(rest).max(length)..];
    }
    (words, lettered)
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
