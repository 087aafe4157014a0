//! Who writes.

use serde::{Deserialize, Serialize};

use super::Reader;
use super::value::line;

/// An author as a byline names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name.
    pub name: String,
    /// Where they work; the byline's second line.
    pub affiliation: Option<String>,
}

impl Author {
    /// Reads `{ name, affiliation }`.
    pub fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let name = reader.required("name", "Aigerim Serik", line);
        let affiliation = reader.optional("affiliation", line);
        Some(Self {
            name: name?,
            affiliation,
        })
    }
}
