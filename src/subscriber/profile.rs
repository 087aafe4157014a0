//! What slots see of a subscriber.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Subscriber;

/// A subscriber's values as slots name them: `subscriber.name`, `subscriber.city`. The plan freezes them with the row, and what is empty takes no room there.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// `subscriber.email`: the address as written.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// `subscriber.name`; empty where unknown.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// `subscriber.language`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// `subscriber.tags`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Any other column of the list.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, String>,
}

impl From<Subscriber> for Profile {
    fn from(subscriber: Subscriber) -> Self {
        let Subscriber {
            address,
            name,
            language,
            tags,
            fields,
            status: _,
        } = subscriber;
        Self {
            email: address.into_written(),
            name,
            language,
            tags,
            fields,
        }
    }
}

impl From<&Subscriber> for Profile {
    fn from(subscriber: &Subscriber) -> Self {
        Self {
            email: subscriber.address.written().to_owned(),
            name: subscriber.name.clone(),
            language: subscriber.language.clone(),
            tags: subscriber.tags.clone(),
            fields: subscriber.fields.clone(),
        }
    }
}
