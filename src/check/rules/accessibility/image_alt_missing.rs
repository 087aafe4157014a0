//! # What it checks
//!
//! Every picture of the draft has a description: words between `![` and `]`. Pictures in links have a rule of their own.
//!
//! # Why it matters
//!
//! Who cannot see the picture hears its description, and so does everybody whose mail program does not load pictures until it is asked (Outlook, and
//! many offices). Without one, a screen reader says nothing, or reads the file's name (WCAG 2.2, success criterion 1.1.1).
//!
//! # Example
//!
//! ```markdown
//! ![](https://example.org/ports.png)
//! ```
//!
//! # Instead
//!
//! ```markdown
//! ![Map: the four ports, with the days a ship waits at each](https://example.org/ports.png)
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "image-alt-missing",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("image_alt_missing.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let images = scope.prose().images.iter();
    images
        .filter(|image| !image.linked && image.alt.is_empty() && is_bare(image.span.of(scope.text())))
        .map(|image| {
            let hint = "write between `![` and `]` what the picture shows";
            scope
                .finding(
                    image.span,
                    "the picture has no description for those who do not see it",
                )
                .hinted(hint)
        })
        .collect()
}

/// Whether nothing stands between a picture's first brackets, not even a slot.
fn is_bare(written: &str) -> bool {
    let inside = written.strip_prefix("![").unwrap_or_default();
    inside.trim_start().starts_with(']')
}
