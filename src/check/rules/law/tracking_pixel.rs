//! # What it checks
//!
//! The HTML part loads no picture of one pixel from a server. With something in its address that tells readers apart (`?u=…`) it is a warning,
//! else a note.
//!
//! # Why it matters
//!
//! Such a picture tells the server who opened the mail, when and where. In the European Union that takes the reader's consent beforehand (Directive
//! 2002/58/EC, Article 5(3); the EDPB's guidelines 2/2023 name tracking pixels in mail). Apple Mail loads them all unseen, so the numbers are wrong
//! besides, and filters know them.
//!
//! # Example
//!
//! ```html
//! <img src="https://news.example.org/open?u={{ subscriber.id }}" width="1" height="1" alt="">
//! ```
//!
//! # Instead
//!
//! Count the answers, and the visits to what the issue links to. A picture that only makes room gives way to `padding`.

use url::Url;

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "tracking-pixel",
    severity: Severity::Info,
    family: Family::Law,
    source: include_str!("tracking_pixel.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let dots = scope.page().images.iter().filter(|image| image.is_dot);
    let remote = dots.filter_map(|image| {
        let url = Url::parse(&image.src).ok()?;
        matches!(url.scheme(), "http" | "https").then_some(url)
    });
    let findings = remote.map(|url| {
        let host = url.host_str().unwrap_or_default();
        let finding = Finding::new(
            scope.in_template("issue.html", host),
            format!("a picture of one pixel is loaded from `{host}`"),
        );
        let finding = finding.hinted("take it out, or ask readers for their consent before they get it");
        if url.query().is_some() {
            finding.at(Severity::Warning)
        } else {
            finding
        }
    });
    findings.collect()
}
