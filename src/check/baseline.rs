//! What was there before: only what is new counts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::foundation::{Diagnostic, Failure};

use super::{Findings, Fingerprint, Rule, rule_named};

/// What readers of the file can rely on: it changes when a field goes or means something else.
const VERSION: u32 = 1;

/// Findings that were accepted once, kept in a file that belongs in git. It lets an old publication begin with the check today and mend
/// its past at leisure: whatever the file knows is not told of again, whatever it does not know is.
///
/// Of a rule that finds more than a hundred faults in one file only the first hundred are known, as they are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Fingerprint, Entry>,
}

/// What a baseline made of findings.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Compared {
    /// How many findings the baseline knows: they were taken out.
    pub known: usize,
    /// How many findings the baseline knows that were not found: mended, where everything was looked at. What is said of links is not among
    /// them: they are not followed each time, and what servers say comes and goes.
    pub gone: usize,
}

/// A finding as the file has it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Entry {
    path: String,
    rule: String,
    fingerprint: String,
}

impl Entry {
    fn is_of_links(&self) -> bool {
        rule_named(&self.rule).is_ok_and(Rule::follows_links)
    }
}

#[derive(Deserialize)]
struct File {
    version: u32,
    findings: Vec<Entry>,
}

impl Baseline {
    /// A baseline that knows these findings.
    pub fn of(diagnostics: &[Diagnostic]) -> Self {
        let entries = Fingerprint::of(diagnostics).into_iter().zip(diagnostics);
        let known = entries.map(|(fingerprint, found)| {
            let entry = Entry {
                path: found.location.source.path().to_string_lossy().replace('\\', "/"),
                rule: found.rule.to_owned(),
                fingerprint: fingerprint.to_string(),
            };
            (fingerprint, entry)
        });
        Self {
            known: known.collect(),
        }
    }

    /// Reads a baseline's file; `shown` is its path as a person should see it.
    ///
    /// # Errors
    ///
    /// Where it cannot be read, or is no baseline.
    pub fn read(path: &Path, shown: &Path) -> Result<Self, Failure> {
        let shown = shown.display();
        let bytes = fs::read(path).map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failure::new(format!("there is no baseline `{shown}`"))
                .hinted(format!("`digest check --write-baseline {shown}` writes it")),
            _ => Failure::new(format!("`{shown}` cannot be read: {error}")),
        })?;
        let rewrite = format!("write it anew: `digest check --write-baseline {shown}`");
        let file: File = serde_json::from_slice(&bytes).map_err(|error| {
            Failure::new(format!("`{shown}` is no baseline: {error}")).hinted(rewrite.clone())
        })?;
        if file.version != VERSION {
            let message = format!(
                "`{shown}` is a baseline of version {}, and this program knows version {VERSION}",
                file.version
            );
            return Err(Failure::new(message).hinted(rewrite));
        }
        let known = file.findings.into_iter();
        Ok(Self {
            known: known
                .map(|entry| (Fingerprint::written(entry.fingerprint.as_str()), entry))
                .collect(),
        })
    }

    /// How many findings it knows.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes out of `findings` what the baseline knows.
    pub fn take_out(&self, findings: &mut Findings) -> Compared {
        let fingerprints = Fingerprint::of(&findings.diagnostics);
        let all = findings.diagnostics.len();
        let mut known = fingerprints.iter().map(|found| self.known.contains_key(found));
        findings.diagnostics.retain(|_| !known.next().unwrap_or_default());
        let found: BTreeSet<&Fingerprint> = fingerprints.iter().collect();
        let missing = self
            .known
            .iter()
            .filter(|(known, entry)| !found.contains(known) && !entry.is_of_links());
        Compared {
            known: all - findings.diagnostics.len(),
            gone: missing.count(),
        }
    }

    /// Its file: a finding a line, in the order of paths and rules, so that a change reads well and merges.
    pub fn to_json(&self) -> String {
        let mut entries: Vec<&Entry> = self.known.values().collect();
        entries.sort();
        let lines: Vec<String> = entries
            .iter()
            .filter_map(|entry| serde_json::to_string(entry).ok())
            .map(|entry| format!("\n    {entry}"))
            .collect();
        let end = if lines.is_empty() { "" } else { "\n  " };
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{{\n  \"version\": {VERSION},\n  \"findings\": [{}{end}]\n}}",
            lines.join(",")
        );
        text
    }
}
