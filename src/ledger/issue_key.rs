//! Which issue of which publication, for whom.

/// What rows belong to. With the canonical address it is the key of a row: one person, one copy.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct IssueKey {
    /// The publication's id.
    pub publication: String,
    /// Live or a test.
    pub scope: Scope,
    /// The issue's id.
    pub issue: String,
}

/// Whether copies count.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Scope {
    /// They do.
    Live,
    /// A test run with a name of its own: its copies never count.
    Test(String),
}

impl std::fmt::Display for Scope {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Live => f.write_str("live"),
            Self::Test(run) => write!(f, "test/{run}"),
        }
    }
}
