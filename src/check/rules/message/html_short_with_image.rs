//! # What it checks
//!
//! An HTML part with a picture in a link has at least 2,048 bytes, tags included.
//!
//! # Why it matters
//!
//! A short page around a picture to click on is what spam looks like: SpamAssassin counts it below 1,024, 1,536 and 2,048 bytes
//! (`HTML_SHORT_LINK_IMG_1` to `_3`), rspamd likewise with 2, 1 and half a point of 15.
//!
//! # Example
//!
//! A template of one's own that is a picture, a link around it and a line below.
//!
//! # Instead
//!
//! Say in the mail what readers find behind the picture.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, grouped};

const BYTES: Limit = Limit {
    rule: "html-short-with-image",
    key: "html_bytes",
    usual: 2_048,
    says: "the fewest bytes of a page with a picture in a link",
};
/// Below that it counts most.
const SHORT: usize = 1_024;

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-short-with-image",
    severity: Severity::Info,
    family: Family::Message,
    source: include_str!("html_short_with_image.rs"),
    limits: &[BYTES],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let bytes = scope.copy.html.len();
    let least = scope.written.limit(BYTES);
    let mut linked = scope
        .page()
        .images
        .iter()
        .filter(|image| image.linked && !image.is_dot);
    let Some(picture) = linked.next().filter(|_| bytes < least) else {
        return Vec::new();
    };
    let message = format!(
        "the HTML part is a linked picture and little else: {} bytes",
        grouped(bytes)
    );
    let finding = scope.finding(&picture.src, message);
    let finding = finding.hinted("say in the mail what readers find behind the picture");
    vec![if bytes < SHORT {
        finding.at(Severity::Warning)
    } else {
        finding
    }]
}
