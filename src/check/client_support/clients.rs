//! Mail clients, and sets of them.

/// A mail client: a program or site, on one platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Client {
    /// Its family: `outlook`.
    pub(super) family: &'static str,
    /// What the family is called: `Outlook`.
    pub(super) family_name: &'static str,
    /// Which member of the family: `windows`.
    pub(super) platform: &'static str,
    /// What that is called: `Windows`.
    pub(super) platform_name: &'static str,
}

/// Some of the clients, by their places in the table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct ClientSet(u64);

impl ClientSet {
    /// How many clients a table may have.
    pub(super) const MOST: usize = 64;

    /// The set with another client in it.
    #[must_use]
    pub(super) fn with(self, place: usize) -> Self {
        Self(self.0 | 1u64 << place)
    }

    /// Whether a client is in it.
    pub(super) fn has(self, place: usize) -> bool {
        self.0 >> place & 1 == 1
    }

    /// Those in both.
    #[must_use]
    pub(super) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Those in either.
    #[must_use]
    pub(super) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Those that are not in `other`.
    #[must_use]
    pub(super) fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// How many.
    pub(super) fn len(self) -> usize {
        self.0.count_ones() as usize
    }

    /// Whether there is none.
    pub(super) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Their places.
    pub(super) fn places(self) -> impl Iterator<Item = usize> {
        (0..Self::MOST).filter(move |place| self.has(*place))
    }
}
