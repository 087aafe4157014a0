//! Values that tags take along to stage two.

use std::collections::BTreeMap;

use minijinja::Value;
use minijinja::value::ValueKind;

use super::names;

/// So deep may a carried value be nested; what templates see is flatter by far.
const DEEPEST: usize = 16;

/// The assignments that give stage two the values of `names`, in the order of the names; the error is the name that cannot be carried, and why.
pub(super) fn assignments(names: &[String], values: &[Value]) -> Result<Vec<String>, String> {
    let mut roots: BTreeMap<&str, Tree> = BTreeMap::new();
    for (name, value) in names.iter().zip(values) {
        let written = literal(value, DEEPEST)
            .map_err(|why| format!("`{name}` cannot be carried along with a subscriber's value: {why}"))?;
        let parts: Vec<&str> = name.split('.').collect();
        roots
            .entry(names::root(name))
            .or_default()
            .insert(&parts[1..], written);
    }
    Ok(roots
        .into_iter()
        .map(|(root, tree)| format!("set {root} = {}", tree.written()))
        .collect())
}

/// Several attributes of one name: `section.id` and `section.heading` become one map.
#[derive(Debug, Default)]
struct Tree {
    whole: Option<String>,
    parts: BTreeMap<String, Tree>,
}

impl Tree {
    fn insert(&mut self, path: &[&str], written: String) {
        match path {
            [] => self.whole = Some(written),
            [first, rest @ ..] => self
                .parts
                .entry((*first).to_owned())
                .or_default()
                .insert(rest, written),
        }
    }

    fn written(&self) -> String {
        if let Some(whole) = &self.whole {
            return whole.clone();
        }
        let part = |(name, tree): (&String, &Tree)| format!("{}: {}", quoted(name), tree.written());
        format!(
            "{{{}}}",
            self.parts.iter().map(part).collect::<Vec<_>>().join(", ")
        )
    }
}

/// A value as a MiniJinja literal.
fn literal(value: &Value, depth: usize) -> Result<String, &'static str> {
    if depth == 0 {
        return Err("it is nested too deep");
    }
    match value.kind() {
        ValueKind::Undefined => Err("it has no value here"),
        ValueKind::None => Ok("none".to_owned()),
        ValueKind::Bool | ValueKind::Number => {
            let written = value.to_string();
            // Infinity and NaN have no literal.
            let plain = value.kind() == ValueKind::Bool || written.bytes().any(|byte| byte.is_ascii_digit());
            if plain {
                Ok(written)
            } else {
                Err("it is no number that can be written")
            }
        }
        ValueKind::String => Ok(quoted(value.as_str().unwrap_or_default())),
        ValueKind::Seq | ValueKind::Iterable => list(value, depth),
        ValueKind::Map => map(value, depth),
        _ => Err("it is no plain value"),
    }
}

fn list(value: &Value, depth: usize) -> Result<String, &'static str> {
    let items = value.try_iter().map_err(|_| "it cannot be listed")?;
    let written: Result<Vec<String>, &str> = items.map(|item| literal(&item, depth - 1)).collect();
    Ok(format!("[{}]", written?.join(", ")))
}

fn map(value: &Value, depth: usize) -> Result<String, &'static str> {
    let keys = value.try_iter().map_err(|_| "it cannot be listed")?;
    let mut pairs = Vec::new();
    for key in keys {
        let inner = value.get_item(&key).map_err(|_| "it cannot be read")?;
        pairs.push(format!(
            "{}: {}",
            literal(&key, depth - 1)?,
            literal(&inner, depth - 1)?
        ));
    }
    Ok(format!("{{{}}}", pairs.join(", ")))
}

/// JSON's strings are MiniJinja's; braces are escaped so that no reader of tags can take them for one.
fn quoted(text: &str) -> String {
    let json = serde_json::Value::String(text.to_owned()).to_string();
    json.replace('{', "\\u007b")
        .replace('}', "\\u007d")
        .replace('%', "\\u0025")
}
