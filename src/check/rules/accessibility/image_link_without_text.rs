//! # What it checks
//!
//! Where a link consists of a picture alone, the picture's description says where the link leads.
//!
//! # Why it matters
//!
//! A screen reader reads a link by its text. Of a picture without a description there is none: the address is spelt out letter by letter, or the
//! link is passed over (WCAG 2.2, success criteria 2.4.4 and 4.1.2). Where pictures are not loaded, there is nothing to press.
//!
//! # Example
//!
//! ```markdown
//! [![](https://example.org/cover.png)](https://example.org/report)
//! ```
//!
//! # Instead
//!
//! ```markdown
//! [![The report on Caspian ports](https://example.org/cover.png)](https://example.org/report)
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::{ProseImage, ProseLink};

pub(in crate::check) const RULE: Rule = Rule {
    name: "image-link-without-text",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("image_link_without_text.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let prose = scope.prose();
    let links = prose
        .links
        .iter()
        .filter(|link| link.has_image && link.text.is_empty());
    links
        .filter_map(|link| {
            let inside = prose.images.iter().filter(|image| link.span.contains(image.span));
            let images: Vec<&ProseImage> = inside.collect();
            let first = images.first()?;
            let silent = images.iter().all(|image| is_silent(image, scope.text()));
            (silent && is_alone(link, &images, scope.text())).then(|| {
                let message = "the link is a picture without a description, so nothing says where it leads";
                scope
                    .finding(first.span, message)
                    .hinted("write between `![` and `]` what the link leads to")
            })
        })
        .collect()
}

/// Whether a picture has no description, not even a slot.
fn is_silent(image: &ProseImage, text: &str) -> bool {
    let written = image.span.of(text).strip_prefix("![").unwrap_or_default();
    image.alt.is_empty() && written.trim_start().starts_with(']')
}

/// Whether nothing stands in a link besides pictures: no slot and no code.
fn is_alone(link: &ProseLink, images: &[&ProseImage], text: &str) -> bool {
    let mut at = link.text_span.start;
    for image in images {
        let between = Span::new(at, image.span.start.max(at)).of(text);
        if between.contains(char::is_alphanumeric) {
            return false;
        }
        at = image.span.end;
    }
    let after = Span::new(at, link.text_span.end.max(at));
    !link.text_span.contains(after) || !after.of(text).contains(char::is_alphanumeric)
}
