//! What makes a finding the same finding tomorrow.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};

use aws_lc_rs::digest::{SHA256, digest};
use unicode_normalization::UnicodeNormalization;

use crate::foundation::Diagnostic;

/// How many bytes of the hash are kept: enough that two lines of one publication do not meet by chance.
const KEPT: usize = 8;

/// A finding's identity: a hash of its rule, its file and what its line says, and the how-manieth of that hash it is. It stays the same
/// where lines are put in or taken out above, or a line is only wrapped in other white space. It says nothing of the line itself, which
/// may be a subscriber's.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(String);

impl Fingerprint {
    /// The fingerprints of findings, in the same order. They are those of a whole report: of two findings that look alike the second is
    /// known as such only beside the first.
    pub fn of(diagnostics: &[Diagnostic]) -> Vec<Self> {
        let mut seen: BTreeMap<String, usize> = BTreeMap::new();
        let hashes = diagnostics.iter().map(hash);
        let numbered = hashes.map(|hash| {
            let count = seen.entry(hash.clone()).or_default();
            *count += 1;
            Self(format!("{hash}:{count}"))
        });
        numbered.collect()
    }

    /// One that was written down before.
    pub(super) fn written(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// As it is written down: sixteen hexadecimal digits, a colon, a number from 1.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

fn hash(found: &Diagnostic) -> String {
    let source = &found.location.source;
    let line = source.line(found.location.position().line).unwrap_or_default();
    let path = source.path().to_string_lossy().replace('\\', "/");
    let identity = format!("{}\n{path}\n{}", found.rule, normalised(line.of(source.text())));
    let mut hash = String::new();
    for byte in digest(&SHA256, identity.as_bytes()).as_ref().iter().take(KEPT) {
        // Writing to memory cannot fail.
        let _ = write!(hash, "{byte:02x}");
    }
    hash
}

/// A line's words, a space between them, in one Unicode form.
fn normalised(line: &str) -> String {
    let words: Vec<String> = line.split_whitespace().map(|word| word.nfc().collect()).collect();
    words.join(" ")
}
