//! The entries of a map.

use std::collections::HashMap;
use std::sync::Arc;

use crate::foundation::{Source, Span, YamlKind, YamlNode};
use crate::publication::Fault;

use super::{Reader, ReaderRules};

/// A key, as the file has it, and its value.
#[derive(Debug, Clone, Copy)]
pub(super) struct Entry<'a> {
    pub(super) name: &'a str,
    pub(super) key: Span,
    pub(super) value: &'a YamlNode,
}

impl<'a> Reader<'a> {
    pub(super) fn empty(source: &'a Arc<Source>, rules: ReaderRules, path: String, here: Span) -> Self {
        Self {
            source,
            rules,
            path,
            here,
            entries: Vec::new(),
            known: Vec::new(),
            missing: Vec::new(),
            findings: Vec::new(),
            secrets: Vec::new(),
        }
    }

    /// Reads an inner map; `name` is what messages call it.
    pub(super) fn within<T>(
        &mut self,
        node: &'a YamlNode,
        path: String,
        key: Option<Span>,
        name: &str,
        body: impl FnOnce(&mut Self) -> T,
    ) -> Option<T> {
        let entries = self.entries_of(node, name)?;
        let first = entries
            .first()
            .map_or(Span::at(node.span.start), |entry| entry.key);
        let mut inner = Self::empty(self.source, self.rules, path, key.unwrap_or(first));
        inner.entries = entries;
        let value = body(&mut inner);
        inner.finish();
        self.findings.append(&mut inner.findings);
        self.secrets.append(&mut inner.secrets);
        Some(value)
    }

    /// The entries of a map, each key once; nothing written is a map without keys. `None` where it is something else.
    pub(super) fn entries_of(&mut self, node: &'a YamlNode, name: &str) -> Option<Vec<Entry<'a>>> {
        let written = match &node.kind {
            YamlKind::Map(entries) => entries.as_slice(),
            YamlKind::Null => &[],
            _ => {
                let message = format!("{name} is {}, and must be a map of keys", node.kind_name());
                self.wrong(node.span, message);
                return None;
            }
        };
        let mut entries: Vec<Entry<'a>> = Vec::new();
        let mut seen: HashMap<&str, Span> = HashMap::new();
        for (key, value) in written {
            let Some(text) = key.text() else {
                self.wrong(key.span, format!("{} stands where a key should", key.kind_name()));
                continue;
            };
            if let Some(first) = seen.get(text) {
                let fault = self.twice(text, *first);
                self.wrong(key.span, fault);
                continue;
            }
            seen.insert(text, key.span);
            entries.push(Entry {
                name: text,
                key: key.span,
                value,
            });
        }
        Some(entries)
    }

    pub(super) fn entry(&self, key: &str) -> Option<Entry<'a>> {
        self.entries.iter().find(|entry| entry.name == key).copied()
    }

    pub(super) fn twice(&self, key: &str, first: Span) -> Fault {
        let line = self.source.line_number(first.start);
        Fault::new(format!("the key `{key}` stands twice"))
            .hinted(format!("keep one of them; the first is on line {line}"))
    }
}
