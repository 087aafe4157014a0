//! A message's octets, in pieces.

use std::fmt;
use std::iter::once;
use std::ops::Range;
use std::sync::Arc;

/// Octets in order, in pieces: what is the same in every copy of an issue is shared by them all, and what is a copy's own stands between. So a copy takes little room,
/// and costs little to make.
///
/// Two are equal that say the same, however they are cut.
#[derive(Clone, Default)]
pub struct Octets {
    own: Vec<u8>,
    /// How many of `own` belong to a piece; those behind them are the last piece.
    placed: usize,
    /// What pieces are shared of. A text is held once, however many pieces are of it: all threads count who holds it at one place, and get in each other's way there.
    texts: Vec<Arc<str>>,
    pieces: Vec<Piece>,
}

/// Which octets of what.
#[derive(Clone)]
enum Piece {
    Own(Range<usize>),
    /// Of the text with this number.
    Shared(usize, Range<usize>),
}

/// A state to go back to.
#[derive(Debug, Clone, Copy)]
pub struct Mark {
    own: usize,
    placed: usize,
    pieces: usize,
}

/// As many pieces as most copies have.
const PIECES: usize = 16;
/// Shorter texts are copied: that costs less than one piece more.
const WORTH_SHARING: usize = 256;

impl Octets {
    /// Adds octets of the copy's own.
    pub fn add(&mut self, octets: &[u8]) {
        self.own.extend_from_slice(octets);
    }

    /// Adds these octets of a text that other copies have too.
    pub fn share(&mut self, text: &Arc<str>, range: Range<usize>) {
        if range.len() < WORTH_SHARING {
            return self.add(&text.as_bytes()[range]);
        }
        self.place();
        if !self.texts.last().is_some_and(|last| Arc::ptr_eq(last, text)) {
            self.texts.push(Arc::clone(text));
        }
        self.pieces.push(Piece::Shared(self.texts.len() - 1, range));
    }

    /// Lets somebody add octets of the copy's own, behind all others.
    pub fn adding<T>(&mut self, add: impl FnOnce(&mut Vec<u8>) -> T) -> T {
        add(&mut self.own)
    }

    /// Puts octets of the copy's own before all others.
    pub fn prepend(&mut self, octets: &[u8]) {
        self.place();
        self.add(octets);
        self.pieces.insert(0, Piece::Own(self.placed..self.own.len()));
        self.placed = self.own.len();
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.slices().map(<[u8]>::len).sum()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The pieces, in order; none is empty.
    pub fn slices(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        let placed = self.pieces.iter().map(|piece| match piece {
            Piece::Own(range) => &self.own[range.clone()],
            Piece::Shared(text, range) => &self.texts[*text].as_bytes()[range.clone()],
        });
        let slices = placed.chain(once(&self.own[self.placed..]));
        slices.filter(|slice| !slice.is_empty())
    }

    /// All in one.
    pub fn to_vec(&self) -> Vec<u8> {
        let mut octets = Vec::with_capacity(self.len());
        self.slices().for_each(|slice| octets.extend_from_slice(slice));
        octets
    }

    /// Whether the last are these.
    pub fn ends_with(&self, end: &[u8]) -> bool {
        let mut last = self.slices().rev().flat_map(|slice| slice.iter().rev());
        end.iter().rev().all(|octet| last.next() == Some(octet))
    }

    /// Takes the last ones away, so many.
    pub fn shorten(&mut self, mut by: usize) {
        self.place();
        while by > 0
            && let Some(last) = self.pieces.last_mut()
        {
            let (Piece::Own(range) | Piece::Shared(_, range)) = last;
            let length = range.len();
            let less = by.min(length);
            range.end -= less;
            if less == length {
                self.pieces.pop();
            }
            by -= less;
        }
    }

    /// Where it is now.
    pub fn mark(&self) -> Mark {
        Mark {
            own: self.own.len(),
            placed: self.placed,
            pieces: self.pieces.len(),
        }
    }

    /// Takes away what was added behind a mark; nothing before it may have been taken away since.
    pub fn go_back(&mut self, mark: Mark) {
        self.own.truncate(mark.own);
        self.pieces.truncate(mark.pieces);
        self.placed = mark.placed;
    }

    /// Makes a piece of the octets that belong to none.
    fn place(&mut self) {
        if self.pieces.is_empty() {
            self.pieces.reserve(PIECES);
        }
        if self.placed < self.own.len() {
            self.pieces.push(Piece::Own(self.placed..self.own.len()));
            self.placed = self.own.len();
        }
    }
}

impl From<Vec<u8>> for Octets {
    fn from(own: Vec<u8>) -> Self {
        Self {
            own,
            ..Self::default()
        }
    }
}

impl PartialEq for Octets {
    fn eq(&self, other: &Self) -> bool {
        self.slices().flatten().eq(other.slices().flatten())
    }
}

impl Eq for Octets {}

impl fmt::Debug for Octets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", String::from_utf8_lossy(&self.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[derive(Debug, Clone)]
    enum Step {
        Add(String),
        Share(String),
        /// A part of one of two texts that are always the same.
        Part(bool, usize, usize),
        Shorten(usize),
        Prepend(String),
        Detour(String),
    }

    fn step() -> impl Strategy<Value = Step> {
        let text = || "[a-z]{0,9}|[a-z]{250,300}";
        prop_oneof![
            text().prop_map(Step::Add),
            text().prop_map(Step::Share),
            (any::<bool>(), 0_usize..700, 0_usize..700).prop_map(|(which, one, other)| Step::Part(
                which,
                one.min(other),
                one.max(other)
            )),
            (0_usize..400).prop_map(Step::Shorten),
            text().prop_map(Step::Prepend),
            text().prop_map(Step::Detour),
        ]
    }

    proptest! {
        #[test]
        fn pieces_say_what_one_buffer_would(steps in proptest::collection::vec(step(), 0..12)) {
            let (mut octets, mut plain) = (Octets::default(), String::new());
            let texts: [Arc<str>; 2] = ["abcdefg".repeat(100).into(), "ABCDEFG".repeat(100).into()];
            for step in steps {
                match step {
                    Step::Add(text) => {
                        octets.adding(|own| own.extend_from_slice(text.as_bytes()));
                        plain.push_str(&text);
                    }
                    Step::Share(text) => {
                        octets.share(&Arc::from(&*text), 0..text.len());
                        plain.push_str(&text);
                    }
                    Step::Part(which, from, to) => {
                        let text = &texts[usize::from(which)];
                        octets.share(text, from..to);
                        plain.push_str(&text[from..to]);
                    }
                    Step::Shorten(by) => {
                        octets.shorten(by);
                        plain.truncate(plain.len().saturating_sub(by));
                    }
                    Step::Prepend(text) => {
                        octets.prepend(text.as_bytes());
                        plain.insert_str(0, &text);
                    }
                    Step::Detour(text) => {
                        let mark = octets.mark();
                        octets.add(text.as_bytes());
                        octets.share(&Arc::from(&*text), 0..text.len());
                        octets.go_back(mark);
                    }
                }
            }
            prop_assert_eq!(octets.len(), plain.len());
            prop_assert!(octets.slices().all(|slice| !slice.is_empty()));
            let end = &plain.as_bytes()[plain.len().saturating_sub(7)..];
            prop_assert!(octets.ends_with(end));
            prop_assert!(!octets.ends_with(&[b"!", end].concat()));
            prop_assert_eq!(octets.to_vec(), plain.as_bytes());
            prop_assert_eq!(octets, Octets::from(plain.into_bytes()));
        }
    }
}
