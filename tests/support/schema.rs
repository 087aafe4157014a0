//! The committed JSON Schemas, and what stands in them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

/// The steps that lead from the top of a document to a value: keys, [`ITEM`] for what stands in a list, [`ANY`] for a key that the writer chooses.
pub(crate) type Steps = Vec<String>;

/// A step to what stands in a list.
pub(crate) const ITEM: &str = "[]";
/// A step to the value of a key that the writer chooses; itself such a key.
pub(crate) const ANY: &str = "x";

/// One committed schema.
pub(crate) struct Schema {
    root: Value,
}

/// What a schema says of one place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Place {
    /// The keys of the map that may stand here; `None` where there can be none, or its keys are the writer's.
    pub(crate) keys: Option<BTreeSet<String>>,
    /// What an editor tells of it.
    pub(crate) description: String,
}

/// Where a schema is committed.
pub(crate) fn schema_path(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/schema/{name}.json"))
}

/// A document in which a value stands at a place and nothing else is written.
pub(crate) fn document(steps: &[String], value: Value) -> Value {
    steps.iter().rev().fold(value, |inner, step| match step.as_str() {
        ITEM => json!([inner]),
        key => json!({ key: inner }),
    })
}

impl Schema {
    /// Reads a committed schema.
    pub(crate) fn read(name: &str) -> Self {
        let text = fs::read_to_string(schema_path(name)).expect("the schema is committed");
        let root = serde_json::from_str(&text).expect("it is JSON");
        Self { root }
    }

    /// Every place that it knows.
    pub(crate) fn places(&self) -> BTreeMap<Steps, Place> {
        let mut places = BTreeMap::new();
        self.walk(&self.root, &[], &mut places);
        places
    }

    /// What stands in `$defs` under a name.
    pub(crate) fn definition(&self, name: &str) -> &Value {
        &self.root["$defs"][name]
    }

    fn walk(&self, node: &Value, steps: &[String], places: &mut BTreeMap<Steps, Place>) {
        let place = places.entry(steps.to_owned()).or_default();
        if let (Some(said), true) = (node["description"].as_str(), place.description.is_empty()) {
            said.clone_into(&mut place.description);
        }
        let properties = node["properties"].as_object();
        if let Some(properties) = properties {
            assert_eq!(node["additionalProperties"], json!(false), "{steps:?} is open");
            place.keys = Some(properties.keys().cloned().collect());
        }
        let below = |step: &str| [steps, &[step.to_owned()]].concat();
        for (key, inner) in properties.into_iter().flatten() {
            self.walk(inner, &below(key), places);
        }
        if node["additionalProperties"].is_object() {
            self.walk(&node["additionalProperties"], &below(ANY), places);
        }
        if node["items"].is_object() {
            self.walk(&node["items"], &below(ITEM), places);
        }
        if let Some(name) = node["$ref"].as_str() {
            let name = name
                .strip_prefix("#/$defs/")
                .expect("definitions stand in `$defs`");
            self.walk(self.definition(name), steps, places);
        }
        for branch in node["anyOf"].as_array().into_iter().flatten() {
            self.walk(branch, steps, places);
        }
    }
}
