//! Which try of which ledger row.

/// One try at one row. The number is part of every key, so that a late answer to an old try cannot be taken for a new one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Attempt {
    /// The ledger's row id.
    pub row: i64,
    /// The try, from 1.
    pub number: u32,
}
