//! Maps whose keys the writer chooses: authors, lists, recipient domains.

use std::collections::HashMap;

use crate::foundation::{Span, YamlKind};
use crate::publication::Fault;

use super::Reader;
use super::entries::Entry;

/// An entry of a map whose keys the writer chooses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named<T> {
    /// The key.
    pub name: String,
    /// Where the key stands.
    pub span: Span,
    /// What it was read into.
    pub value: T,
}

impl<'a> Reader<'a> {
    /// A map whose keys the writer chooses and whose values are maps; empty where it is absent. An entry that could not be read is left out.
    pub fn named_maps<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        mut name: impl FnMut(&str) -> Result<String, F>,
        mut body: impl FnMut(&str, &mut Self) -> Option<T>,
    ) -> Vec<Named<T>> {
        self.named(key, |reader, path, entry| {
            let name = reader.name(&path, entry, &mut name);
            let shown = format!("`{path}.{}`", entry.name);
            let path = format!("{path}.{}", entry.name);
            let value = reader.within(entry.value, path, Some(entry.key), &shown, |reader| {
                body(entry.name, reader)
            });
            Some((name?, value.flatten()?))
        })
    }

    /// A map whose keys the writer chooses and whose values are single ones; empty where it is absent. An entry that could not be read is left out.
    pub fn named_values<T, N: Into<Fault>, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        mut name: impl FnMut(&str) -> Result<String, N>,
        mut parse: impl FnMut(&str) -> Result<T, F>,
    ) -> Vec<Named<T>> {
        self.named(key, |reader, path, entry| {
            let name = reader.name(&path, entry, &mut name);
            let value = if entry.value.kind == YamlKind::Null {
                reader.wrong(entry.key, format!("`{path}.{}` has no value", entry.name));
                None
            } else {
                reader.parsed_at(&format!("{path}.{}", entry.name), entry.value, &mut parse)
            };
            Some((name?, value?.0))
        })
    }

    /// A map whose keys the writer chooses and whose values are single ones or maps; empty where it is absent. An entry that could not be read
    /// is left out.
    pub fn named_either<T, N: Into<Fault>, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        mut name: impl FnMut(&str) -> Result<String, N>,
        mut parse: impl FnMut(&str) -> Result<T, F>,
        mut body: impl FnMut(&mut Self) -> Option<T>,
    ) -> Vec<Named<T>> {
        self.named(key, |reader, path, entry| {
            let name = reader.name(&path, entry, &mut name);
            let path = format!("{path}.{}", entry.name);
            let value = match &entry.value.kind {
                YamlKind::Map(_) => {
                    let shown = format!("`{path}`");
                    reader
                        .within(entry.value, path, Some(entry.key), &shown, &mut body)
                        .flatten()
                }
                YamlKind::Null => {
                    reader.wrong(entry.key, format!("`{path}` has no value"));
                    None
                }
                _ => reader
                    .parsed_at(&path, entry.value, &mut parse)
                    .map(|(value, _)| value),
            };
            Some((name?, value?))
        })
    }

    /// A map whose keys the writer chooses and whose values are lists, or single values, which are lists of one; empty where it is absent.
    pub fn named_lists<T, N: Into<Fault>, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        mut name: impl FnMut(&str) -> Result<String, N>,
        mut parse: impl FnMut(&str) -> Result<T, F>,
    ) -> Vec<Named<Vec<T>>> {
        self.named(key, |reader, path, entry| {
            let name = reader.name(&path, entry, &mut name);
            let path = format!("{path}.{}", entry.name);
            let items = match &entry.value.kind {
                YamlKind::List(items) => items.as_slice(),
                _ => std::slice::from_ref(entry.value),
            };
            let values = items
                .iter()
                .map(|item| Some(reader.parsed_at(&path, item, &mut parse)?.0));
            let values: Option<Vec<T>> = values.collect();
            Some((name?, values?))
        })
    }

    /// The keys that the writer chose, which nobody asked for by name yet, each with its value where that is a single one.
    pub fn others<T, F: Into<Fault>>(
        &mut self,
        mut parse: impl FnMut(&str) -> Result<T, F>,
    ) -> Vec<Named<T>> {
        let entries = self.entries.clone();
        let rest = entries.iter().filter(|entry| !self.known.contains(&entry.name));
        let rest: Vec<Entry<'a>> = rest.copied().collect();
        self.entries.retain(|entry| self.known.contains(&entry.name));
        let named = rest.into_iter().filter_map(|entry| {
            let path = self.path_of(entry.name);
            let (value, _) = self.parsed_at(&path, entry.value, &mut parse)?;
            Some(Named {
                name: entry.name.to_owned(),
                span: entry.key,
                value,
            })
        });
        named.collect()
    }

    fn named<T>(
        &mut self,
        key: &'static str,
        mut each: impl FnMut(&mut Self, String, Entry<'a>) -> Option<(String, T)>,
    ) -> Vec<Named<T>> {
        let Some(entry) = self.take(key) else {
            return Vec::new();
        };
        let path = self.path_of(key);
        let Some(entries) = self.entries_of(entry.value, &format!("`{path}`")) else {
            return Vec::new();
        };
        let mut named: Vec<Named<T>> = Vec::new();
        let mut seen: HashMap<String, Span> = HashMap::new();
        for entry in entries {
            let Some((name, value)) = each(self, path.clone(), entry) else {
                continue;
            };
            let span = entry.key;
            // Two spellings can mean one name: `Example.org` and `example.org`.
            if let Some(first) = seen.get(&name) {
                let fault = self.twice(entry.name, *first);
                self.wrong(span, fault);
            } else {
                seen.insert(name.clone(), span);
                named.push(Named { name, span, value });
            }
        }
        named
    }

    fn name<F: Into<Fault>>(
        &mut self,
        path: &str,
        entry: Entry<'_>,
        parse: impl FnOnce(&str) -> Result<String, F>,
    ) -> Option<String> {
        let fault: Fault = match parse(entry.name) {
            Ok(name) => return Some(name),
            Err(fault) => fault.into(),
        };
        let message = format!("`{path}`: {}", fault.message);
        self.wrong(entry.key, Fault { message, ..fault });
        None
    }
}
