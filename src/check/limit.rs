//! A rule's threshold.

use crate::publication::Config;

/// A threshold of a rule, which digest.yaml can set: `long-sentence: { words: 35 }`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// The rule's name.
    pub rule: &'static str,
    /// What digest.yaml calls it.
    pub key: &'static str,
    /// What it is where digest.yaml says nothing.
    pub usual: usize,
    /// What it bounds, with its unit: "the most words of a sentence".
    pub says: &'static str,
}

impl Limit {
    /// What it is in a publication.
    pub(super) fn of(&self, config: &Config) -> usize {
        let set = config.check.limits.iter().rev();
        let mut set = set.filter(|limit| limit.rule == self.rule && limit.key == self.key);
        set.next().map_or(self.usual, |limit| limit.value)
    }
}
