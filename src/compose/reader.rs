//! What slots see.

use std::cell::OnceCell;
use std::sync::Arc;

use minijinja::value::{Object, Value};

use crate::subscriber::Profile;

use super::Links;

/// A subscriber and their links, as slots see them.
///
/// Most slots print a value as it is, which needs no template: [`Reader::field`] gives it. The names that templates see are made when one asks for them.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    profile: &'a Profile,
    links: &'a Links,
    names: OnceCell<Value>,
}

impl<'a> Reader<'a> {
    /// One who reads.
    pub(super) fn new(profile: &'a Profile, links: &'a Links) -> Self {
        Self {
            profile,
            links,
            names: OnceCell::new(),
        }
    }

    /// `subscriber.NAME`, where it is a text and not empty.
    pub(super) fn field(&self, name: &str) -> Option<&'a str> {
        field(self.profile, name)
    }

    /// Whether slots see a value under `subscriber.NAME`, and of the tags whether there are any.
    pub(super) fn has(&self, name: &str) -> bool {
        has(self.profile, name)
    }

    /// `links.unsubscribe`.
    pub(super) fn unsubscribe(&self) -> Option<&'a str> {
        self.links.unsubscribe()
    }

    /// The names that tags see: `subscriber` and `links`.
    pub(super) fn names(&self) -> &Value {
        self.names.get_or_init(|| {
            let unsubscribe = self.unsubscribe().map(|link| ("unsubscribe", link));
            Value::from_pairs([
                ("subscriber", Value::from_object(Subscriber(self.profile.clone()))),
                ("links", Value::from_pairs(unsubscribe)),
            ])
        })
    }
}

/// The subscriber as an object of the template. What is empty is not there, so that `default` and `if` treat both alike.
#[derive(Debug)]
struct Subscriber(Profile);

impl Object for Subscriber {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        match key {
            "tags" => Some(Value::from(self.0.tags.clone())),
            name => field(&self.0, name).map(Value::from),
        }
    }
}

/// Whether slots see a value of that name, and of the tags whether there are any.
pub(super) fn has(profile: &Profile, name: &str) -> bool {
    match name {
        "tags" => !profile.tags.is_empty(),
        name => field(profile, name).is_some(),
    }
}

fn field<'a>(profile: &'a Profile, name: &str) -> Option<&'a str> {
    let value = match name {
        "email" => &profile.email,
        "name" => &profile.name,
        "language" => profile.language.as_ref()?,
        // A list, and no text, also where a column is called so.
        "tags" => return None,
        field => profile.fields.get(field)?,
    };
    (!value.trim().is_empty()).then_some(value)
}
