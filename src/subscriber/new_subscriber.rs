//! Someone to be put on a list.

use std::collections::BTreeMap;

use crate::foundation::Address;

/// What is known of someone who is to be put on a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewSubscriber {
    /// Where mail goes.
    pub address: Address,
    /// What they are called; empty where unknown.
    pub name: String,
    /// The language they read.
    pub language: Option<String>,
    /// Words they are marked with.
    pub tags: Vec<String>,
    /// Values of other columns, by the names that slots know them by.
    pub fields: BTreeMap<String, String>,
}

impl NewSubscriber {
    /// Someone of whom only the address is known.
    pub fn new(address: Address) -> Self {
        Self {
            address,
            name: String::new(),
            language: None,
            tags: Vec::new(),
            fields: BTreeMap::new(),
        }
    }
}
