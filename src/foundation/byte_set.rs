//! Which bytes a text holds.

/// Bytes, each once. Asked of a text that was read already, it tells at once that nothing of a kind can stand there, so that nobody has to look.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ByteSet([u64; 4]);

impl ByteSet {
    /// The bytes of a text.
    pub fn of(text: &str) -> Self {
        let mut seen = [false; 256];
        for byte in text.bytes() {
            seen[usize::from(byte)] = true;
        }
        let mut set = Self::default();
        for (word, seen) in set.0.iter_mut().zip(seen.chunks(64)) {
            *word = seen
                .iter()
                .rev()
                .fold(0, |word, seen| word << 1 | u64::from(*seen));
        }
        set
    }

    /// These bytes, for a constant.
    pub const fn holding(bytes: &[u8]) -> Self {
        let mut set = Self([0; 4]);
        let mut at = 0;
        while at < bytes.len() {
            set = set.with(bytes[at], bytes[at]);
            at += 1;
        }
        set
    }

    /// This set, and the bytes from `first` to `last`.
    #[must_use]
    pub const fn with(mut self, first: u8, last: u8) -> Self {
        let mut byte = first;
        loop {
            self.0[(byte >> 6) as usize] |= 1 << (byte & 63);
            if byte >= last {
                return self;
            }
            byte += 1;
        }
    }

    /// All other bytes.
    #[must_use]
    pub const fn others(self) -> Self {
        let [a, b, c, d] = self.0;
        Self([!a, !b, !c, !d])
    }

    /// Whether a byte is among them.
    pub const fn has(&self, byte: u8) -> bool {
        self.0[(byte >> 6) as usize] >> (byte & 63) & 1 == 1
    }

    /// Whether any of the bytes is in both.
    pub fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(other.0).any(|(one, other)| one & other != 0)
    }

    /// Where the first of them stands in a text, from `from` on.
    pub fn first_in(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes().get(from..)?;
        let offset = bytes.iter().position(|byte| self.has(*byte))?;
        Some(from + offset)
    }

    /// Where they stand in a text, byte by byte.
    pub fn places_in<'a>(&'a self, text: &'a str) -> impl Iterator<Item = usize> + 'a {
        let bytes = text.bytes().enumerate();
        bytes.filter(|(_, byte)| self.has(*byte)).map(|(at, _)| at)
    }
}
