//! # What it checks
//!
//! An HTML part with a picture has at least 400 bytes of text that is seen.
//!
//! # Why it matters
//!
//! Many programs do not load pictures before they are asked to, and some readers cannot see them: they get an empty mail. Filters cannot read pictures
//! either, and spam hides in them: SpamAssassin counts less than 400 bytes of text beside a picture with up to 2.8 of its 5 points
//! (`HTML_IMAGE_ONLY_04` and those that follow).
//!
//! # Example
//!
//! ```markdown
//! # The programme of March
//!
//! ![The programme](https://news.example.org/programme.png)
//! ```
//!
//! # Instead
//!
//! Write as text what the picture says, and let the picture adorn it.

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, plural};

const BYTES: Limit = Limit {
    rule: "html-image-only",
    key: "text_bytes",
    usual: 400,
    says: "the fewest bytes of text beside a picture",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "html-image-only",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("html_image_only.rs"),
    limits: &[BYTES],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let page = scope.page();
    let mut pictures = page.images.iter().filter(|image| !image.is_dot);
    let Some(picture) = pictures.next() else {
        return Vec::new();
    };
    let bytes = page.text.trim().len();
    let least = scope.written.limit(BYTES);
    if bytes >= least {
        return Vec::new();
    }
    let message = format!(
        "beside its pictures the mail has {} of text; filters ask for {least}",
        plural(bytes, "byte")
    );
    let finding = scope.finding(&picture.src, message);
    vec![finding.hinted("write as text what the pictures say")]
}
