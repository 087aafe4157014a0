//! What slots see.

use std::sync::Arc;

use minijinja::value::{Object, Value};

use crate::subscriber::Profile;

use super::Links;

/// The subscriber as an object of the template. What is empty is not there, so that `default` and `if` treat both alike.
#[derive(Debug)]
struct Reader(Profile);

impl Object for Reader {
    fn get_value(self: &Arc<Self>, key: &Value) -> Option<Value> {
        self.get_value_by_str(key.as_str()?)
    }

    fn get_value_by_str(self: &Arc<Self>, key: &str) -> Option<Value> {
        let Profile {
            email,
            name,
            language,
            tags,
            fields,
        } = &self.0;
        match key {
            "email" => text(email),
            "name" => text(name),
            "language" => language.as_deref().and_then(text),
            "tags" => Some(Value::from(tags.clone())),
            field => fields.get(field).map(String::as_str).and_then(text),
        }
    }
}

fn text(value: &str) -> Option<Value> {
    is_there(value).then(|| Value::from(value))
}

fn is_there(value: &str) -> bool {
    !value.trim().is_empty()
}

/// Whether slots see a value of that name, and of the tags whether there are any.
pub(super) fn has(profile: &Profile, name: &str) -> bool {
    match name {
        "email" => is_there(&profile.email),
        "name" => is_there(&profile.name),
        "language" => profile.language.as_deref().is_some_and(is_there),
        "tags" => !profile.tags.is_empty(),
        field => profile.fields.get(field).is_some_and(|value| is_there(value)),
    }
}

/// The names that tags see: `subscriber` and `links`.
pub(super) fn context(profile: &Profile, links: &Links) -> Value {
    let unsubscribe = links.unsubscribe().map(|link| ("unsubscribe", link));
    Value::from_pairs([
        ("subscriber", Value::from_object(Reader(profile.clone()))),
        ("links", Value::from_pairs(unsubscribe)),
    ])
}
