//! A map of keys, read with all its mistakes told at once.

use std::sync::Arc;

use crate::foundation::{Diagnostic, Location, Source, Span, YamlKind, YamlNode};
use crate::publication::Fault;

use super::ReaderRules;
use super::entries::Entry;
use super::presentable::presentable;
use super::secrets::{masked, secrets_in};

/// Takes typed values out of a YAML map by key, and collects a finding for each mistake instead of stopping at the first.
///
/// Every method that names a key makes it known; when the body ends, the keys of the file that nobody named are reported with the
/// nearest known one. A value that could not be read has been reported when a method gives `None` for it, so a body reads *all* its
/// keys first and gives up with `?` only at the end:
///
/// ```ignore
/// let (author, findings) = Reader::read(&source, &tree.root, ReaderRules::one("configuration"), |reader| {
///     let name = reader.required("name", "Aigerim Serik", line);
///     let affiliation = reader.optional("affiliation", line);
///     Some(Author { name: name?, affiliation })
/// });
/// ```
///
/// A key with nothing after its colon counts as absent. Values are parsed by a function from their text to a value or a [`Fault`].
#[derive(Debug)]
pub struct Reader<'a> {
    pub(super) source: &'a Arc<Source>,
    pub(super) rules: ReaderRules,
    /// The keys that lead here, joined by dots; empty at the top.
    pub(super) path: String,
    /// What a missing key points at: the key whose map this is, else the map's first key.
    pub(super) here: Span,
    pub(super) entries: Vec<Entry<'a>>,
    pub(super) known: Vec<&'static str>,
    pub(super) missing: Vec<(&'static str, String)>,
    pub(super) findings: Vec<Diagnostic>,
    pub(super) secrets: Vec<Span>,
}

impl<'a> Reader<'a> {
    /// Reads a topmost map. Gives what `body` gives, or `None` where `node` is no map, and the findings in the order of the file.
    ///
    /// Where a secret was found, the findings' source shows asterisks in its place: findings end up in build logs.
    pub fn read<T>(
        source: &'a Arc<Source>,
        node: &'a YamlNode,
        rules: ReaderRules,
        body: impl FnOnce(&mut Self) -> Option<T>,
    ) -> (Option<T>, Vec<Diagnostic>) {
        let mut root = Self::empty(source, rules, String::new(), Span::at(node.span.start));
        let value = root.within(node, String::new(), None, "the file", body).flatten();
        let mut findings = root.findings;
        findings.sort_by_key(|finding| finding.location.span);
        let mut secrets = secrets_in(node);
        secrets.append(&mut root.secrets);
        if !secrets.is_empty() {
            let masked = Arc::new(masked(source, &secrets));
            for finding in &mut findings {
                finding.location.source = Arc::clone(&masked);
            }
        }
        (value, findings)
    }

    /// A value that must be there; `example` is what the hint says to write where it is not.
    pub fn required<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        example: &str,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<T> {
        self.expect(key, example);
        self.optional(key, parse)
    }

    /// A value that must be there, and where it stands.
    pub fn required_spanned<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        example: &str,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<(T, Span)> {
        self.expect(key, example);
        self.spanned(key, parse)
    }

    /// A value that may be absent.
    pub fn optional<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<T> {
        self.spanned(key, parse).map(|(value, _)| value)
    }

    /// A value that may be absent, and where it stands.
    pub fn spanned<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<(T, Span)> {
        let entry = self.take(key)?;
        self.parsed(key, entry.value, parse)
    }

    /// A truth value; `false` where it is absent.
    pub fn flag(&mut self, key: &'static str) -> bool {
        self.optional(key, |text| match text {
            "true" => Ok(true),
            "false" => Ok(false),
            _ => Err(Fault::new(format!("`{text}` is neither `true` nor `false`"))),
        })
        .unwrap_or_default()
    }

    /// The values of a list, each with its place; a single value is a list of one.
    pub fn list<T, F: Into<Fault>>(
        &mut self,
        key: &'static str,
        mut parse: impl FnMut(&str) -> Result<T, F>,
    ) -> Option<Vec<(T, Span)>> {
        let entry = self.take(key)?;
        let items = match &entry.value.kind {
            YamlKind::List(items) => items.as_slice(),
            _ => std::slice::from_ref(entry.value),
        };
        let values: Vec<_> = items
            .iter()
            .filter_map(|item| self.parsed(key, item, &mut parse))
            .collect();
        (values.len() == items.len()).then_some(values)
    }

    /// A map that must be there; `example` is what the hint says to write where it is not.
    pub fn required_map<T>(
        &mut self,
        key: &'static str,
        example: &str,
        body: impl FnOnce(&mut Self) -> Option<T>,
    ) -> Option<T> {
        self.expect(key, example);
        self.map(key, body)
    }

    /// A map that may be absent.
    pub fn map<T>(&mut self, key: &'static str, body: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let entry = self.take(key)?;
        let path = self.path_of(key);
        let name = format!("`{path}`");
        self.within(entry.value, path, Some(entry.key), &name, body)
            .flatten()
    }

    /// A list of maps; empty where it is absent. An item that could not be read is left out.
    pub fn maps<T>(&mut self, key: &'static str, mut body: impl FnMut(&mut Self) -> Option<T>) -> Vec<T> {
        let Some(entry) = self.take(key) else {
            return Vec::new();
        };
        let path = self.path_of(key);
        let YamlKind::List(items) = &entry.value.kind else {
            let kind = entry.value.kind_name();
            self.wrong(
                entry.value.span,
                format!("`{path}` is {kind}, and must be a list"),
            );
            return Vec::new();
        };
        let name = format!("an item of `{path}`");
        items
            .iter()
            .filter_map(|item| self.within(item, path.clone(), None, &name, &mut body).flatten())
            .collect()
    }

    /// The value as YAML has it, for what no other method reads; `None` where nothing was written.
    pub fn node(&mut self, key: &'static str) -> Option<&'a YamlNode> {
        self.take(key).map(|entry| entry.value)
    }

    /// Whether a key has a value, right or wrong.
    pub fn is_written(&self, key: &str) -> bool {
        self.entry(key)
            .is_some_and(|entry| entry.value.kind != YamlKind::Null)
    }

    /// Where a key stands, whether or not it has a value.
    pub fn key_span(&self, key: &str) -> Option<Span> {
        self.entry(key).map(|entry| entry.key)
    }

    /// What a finding about the map as a whole points at.
    pub fn here(&self) -> Span {
        self.here
    }

    /// Reports something wrong at a place.
    pub fn wrong(&mut self, span: Span, fault: impl Into<Fault>) {
        let Fault {
            message,
            hint,
            secret,
        } = fault.into();
        if let Some(secret) = secret {
            self.conceal_within(span, &secret);
        }
        let location = Location::new(self.source, span);
        let finding = Diagnostic::error(self.rules.wrong, location, message);
        self.report(Diagnostic { hint, ..finding });
    }

    /// Reports a finding of one's own making. It may quote anything: control characters are escaped, and the end of a very long message is left out.
    pub fn report(&mut self, finding: Diagnostic) {
        let message = presentable(&finding.message);
        let hint = finding.hint.as_deref().map(presentable);
        self.findings.push(Diagnostic {
            message,
            hint,
            ..finding
        });
    }

    /// The entry of a key that is now known, where it has a value.
    pub(super) fn take(&mut self, key: &'static str) -> Option<Entry<'a>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.entry(key).filter(|entry| entry.value.kind != YamlKind::Null)
    }

    fn expect(&mut self, key: &'static str, example: &str) {
        if self.take(key).is_none() {
            self.missing.push((key, format!("write `{key}: {example}`")));
        }
    }

    pub(super) fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() {
            key.to_owned()
        } else {
            format!("{}.{key}", self.path)
        }
    }

    fn parsed<T, F: Into<Fault>>(
        &mut self,
        key: &str,
        node: &YamlNode,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<(T, Span)> {
        self.parsed_at(&self.path_of(key), node, parse)
    }

    pub(super) fn parsed_at<T, F: Into<Fault>>(
        &mut self,
        path: &str,
        node: &YamlNode,
        parse: impl FnOnce(&str) -> Result<T, F>,
    ) -> Option<(T, Span)> {
        let Some(text) = node.text() else {
            let message = format!("`{path}` is {}, and must be a single value", node.kind_name());
            self.wrong(node.span, message);
            return None;
        };
        match parse(text) {
            Ok(value) => Some((value, node.span)),
            Err(fault) => {
                let fault: Fault = fault.into();
                let message = format!("`{path}`: {}", fault.message);
                self.wrong(node.span, Fault { message, ..fault });
                None
            }
        }
    }

    /// Keeps a secret that stands somewhere in a value out of every finding's source.
    fn conceal_within(&mut self, span: Span, secret: &str) {
        // Escapes in a quoted value can write it otherwise: then the whole value goes.
        let found = span.of(self.source.text()).find(secret);
        self.secrets.push(found.map_or(span, |at| {
            Span::new(span.start + at, span.start + at + secret.len())
        }));
    }
}
