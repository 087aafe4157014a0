//! What a reader calls its findings.

/// The rules that a reader's findings carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReaderRules {
    /// A key that nothing asked for.
    pub unknown: &'static str,
    /// A required key that is not there.
    pub missing: &'static str,
    /// A key that stands twice, a value of the wrong kind, a value that means nothing.
    pub wrong: &'static str,
}

impl ReaderRules {
    /// One rule for everything.
    pub const fn one(rule: &'static str) -> Self {
        Self {
            unknown: rule,
            missing: rule,
            wrong: rule,
        }
    }
}
