//! # What it checks
//!
//! The text of a link to an office document, an archive or a program says so: `(Word)`, `(ZIP)`.
//!
//! # Why it matters
//!
//! On a telephone such a link opens nothing, or downloads something that takes long; and who expects a page and is given a file to open has learnt to
//! distrust the sender. A PDF, which opens nearly everywhere, needs no word.
//!
//! # Example
//!
//! ```markdown
//! [The figures](https://example.org/figures.zip) are out.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! [The figures (ZIP, 3 MB)](https://example.org/figures.zip) are out.
//! ```

use crate::check::addresses::placed_or_all;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};

/// Endings of files that are no pages, and other words that say the same.
const FILES: [(&str, &[&str]); 20] = [
    ("doc", &["word"]),
    ("docx", &["word", "doc"]),
    ("docm", &["word"]),
    ("odt", &[]),
    ("rtf", &[]),
    ("xls", &["excel"]),
    ("xlsx", &["excel", "xls"]),
    ("xlsm", &["excel"]),
    ("ppt", &["powerpoint"]),
    ("pptx", &["powerpoint", "ppt"]),
    ("zip", &[]),
    ("rar", &[]),
    ("7z", &[]),
    ("exe", &["windows"]),
    ("msi", &["windows"]),
    ("dmg", &["macos", "mac"]),
    ("apk", &["android"]),
    ("jar", &[]),
    ("bat", &[]),
    ("iso", &[]),
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-document",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_document.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.web_links();
    let files = links.filter_map(|(link, address)| {
        let path = address.path.of(address.url);
        let (stem, ending) = path.rsplit_once('.')?;
        let (known, words) = FILES
            .iter()
            .find(|(known, _)| ending.eq_ignore_ascii_case(known))?;
        let text = link.text.to_lowercase();
        let mut said = text.split(|c: char| !c.is_alphanumeric());
        let is_said = said.any(|word| word == *known || words.contains(&word));
        let part = Span::new(address.path.start + stem.len(), address.path.end);
        (!is_said).then_some((link, part, *known))
    });
    files
        .map(|(link, part, ending)| {
            let message = format!("the link leads to a `.{ending}` file, and its text does not say so");
            let finding = scope.finding(placed_or_all(link, part, scope.text()), message);
            finding.hinted(format!(
                "add `({})` to the text, or link to a page",
                ending.to_uppercase()
            ))
        })
        .collect()
}
