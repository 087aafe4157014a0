//! Who writes.

use serde::{Deserialize, Serialize};

/// An author as a byline names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name.
    pub name: String,
    /// Where they work; the byline's second line.
    pub affiliation: Option<String>,
}
