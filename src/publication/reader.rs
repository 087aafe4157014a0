//! A map of keys, read with all its mistakes told at once.

use std::sync::Arc;

use crate::foundation::{Diagnostic, Location, Source, Span, YamlKind, YamlNode, nearest};

use super::Fault;

/// The rules that a reader's findings carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReaderRules {
    /// A key that nothing asked for.
    pub unknown: &'static str,
    /// A required key that is not there.
    pub missing: &'static str,
    /// A key that stands twice, a value of the wrong kind, a value that means nothing.
    pub wrong: &'static str,
}

impl ReaderRules {
    /// One rule for everything.
    pub const fn one(rule: &'static str) -> Self {
        Self {
            unknown: rule,
            missing: rule,
            wrong: rule,
        }
    }
}

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
    source: &'a Arc<Source>,
    rules: ReaderRules,
    /// The keys that lead here, joined by dots; empty at the top.
    path: String,
    /// What a missing key points at: the key whose map this is, else the map's first key.
    here: Span,
    entries: Vec<Entry<'a>>,
    known: Vec<&'static str>,
    missing: Vec<(&'static str, String)>,
    findings: Vec<Diagnostic>,
    secrets: Vec<Span>,
}

/// A key, as the file has it, and its value.
#[derive(Debug, Clone, Copy)]
struct Entry<'a> {
    name: &'a str,
    key: Span,
    value: &'a YamlNode,
}

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
        if !root.secrets.is_empty() {
            let masked = Arc::new(masked(source, &root.secrets));
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

    /// Reports a finding of one's own making. Its message may quote anything: control characters are escaped, and the end of a very long one is left out.
    pub fn report(&mut self, finding: Diagnostic) {
        let message = presentable(&finding.message);
        self.findings.push(Diagnostic { message, ..finding });
    }

    fn empty(source: &'a Arc<Source>, rules: ReaderRules, path: String, here: Span) -> Self {
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

    fn entry(&self, key: &str) -> Option<Entry<'a>> {
        self.entries.iter().find(|entry| entry.name == key).copied()
    }

    /// The entry of a key that is now known, where it has a value.
    fn take(&mut self, key: &'static str) -> Option<Entry<'a>> {
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

    fn path_of(&self, key: &str) -> String {
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

    fn parsed_at<T, F: Into<Fault>>(
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
        for entry in entries {
            let Some((name, value)) = each(self, path.clone(), entry) else {
                continue;
            };
            let span = entry.key;
            // Two spellings can mean one name: `Example.org` and `example.org`.
            if let Some(first) = named.iter().find(|known| known.name == name) {
                let fault = self.twice(entry.name, first.span);
                self.wrong(span, fault);
            } else {
                named.push(Named { name, span, value });
            }
        }
        named
    }

    /// Reads an inner map; `name` is what messages call it.
    fn within<T>(
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
    fn entries_of(&mut self, node: &'a YamlNode, name: &str) -> Option<Vec<Entry<'a>>> {
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
        for (key, value) in written {
            let Some(text) = key.text() else {
                self.wrong(key.span, format!("{} stands where a key should", key.kind_name()));
                continue;
            };
            if let Some(first) = entries.iter().find(|entry| entry.name == text) {
                let fault = self.twice(text, first.key);
                self.wrong(key.span, fault);
                continue;
            }
            entries.push(Entry {
                name: text,
                key: key.span,
                value,
            });
        }
        Some(entries)
    }

    /// Keeps a secret that stands somewhere in a value out of every finding's source.
    fn conceal_within(&mut self, span: Span, secret: &str) {
        // Escapes in a quoted value can write it otherwise: then the whole value goes.
        let found = span.of(self.source.text()).find(secret);
        self.secrets.push(found.map_or(span, |at| {
            Span::new(span.start + at, span.start + at + secret.len())
        }));
    }

    fn twice(&self, key: &str, first: Span) -> Fault {
        let line = self.source.position(first.start).line;
        Fault::new(format!("the key `{key}` stands twice"))
            .hinted(format!("keep one of them; the first is on line {line}"))
    }

    /// Reports the keys that nobody asked for and those that are missing.
    fn finish(&mut self) {
        for entry in self.entries.clone() {
            if !self.known.contains(&entry.name) {
                self.report_unknown(entry);
            }
        }
        for (key, hint) in std::mem::take(&mut self.missing) {
            let location = Location::new(self.source, self.here);
            let message = format!("`{}` is missing", self.path_of(key));
            self.report(Diagnostic::error(self.rules.missing, location, message).hinted(hint));
        }
    }

    fn report_unknown(&mut self, entry: Entry<'_>) {
        let name = entry.name;
        let location = Location::new(self.source, entry.key);
        if is_secret(name) {
            self.secrets.push(entry.value.span);
            let message = format!("`{}`: a password has no place in this file", self.path_of(name));
            let hint =
                "give it in DIGEST_SMTP_PASSWORD, or in a file of mode 0600 that `relay.password_file` names";
            self.report(Diagnostic::error(self.rules.unknown, location, message).hinted(hint));
            return;
        }
        let hint = match nearest(name, self.known.iter().copied()) {
            Some(near) => {
                // One slip of the hand is one finding: the misspelt key is not missing too.
                self.missing.retain(|(key, _)| *key != near);
                format!("did you mean `{near}`?")
            }
            None => format!("known keys are `{}`", self.known.join("`, `")),
        };
        let place = match self.path.as_str() {
            "" => String::new(),
            path => format!(" in `{path}`"),
        };
        let message = format!("there is no key `{name}`{place}");
        self.report(Diagnostic::error(self.rules.unknown, location, message).hinted(hint));
    }
}

/// A message that quotes what a file holds, fit for one line of a terminal.
fn presentable(message: &str) -> String {
    const LONGEST: usize = 300;
    let mut shown = String::new();
    for (index, character) in message.chars().enumerate() {
        if index == LONGEST {
            shown.push('…');
            break;
        }
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}

fn is_secret(name: &str) -> bool {
    let name = name.to_lowercase();
    let telling = ["password", "passwd", "passphrase", "secret"];
    !name.contains("file")
        && (matches!(&*name, "pass" | "pwd") || telling.iter().any(|word| name.contains(word)))
}

/// The source with asterisks over some places; every byte keeps its offset, every line its number.
fn masked(source: &Source, secrets: &[Span]) -> Source {
    let hidden = |at: usize| secrets.iter().any(|span| (span.start..span.end).contains(&at));
    let text = source.text().char_indices().flat_map(|(at, character)| {
        let mask = hidden(at) && character != '\n';
        let (shown, times) = if mask {
            ('*', character.len_utf8())
        } else {
            (character, 1)
        };
        std::iter::repeat_n(shown, times)
    });
    Source::excerpt(source.path(), source.first_line(), text.collect::<String>())
}
