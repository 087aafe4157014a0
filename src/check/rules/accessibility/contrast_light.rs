//! # What it checks
//!
//! Text stands out from what is behind it: a contrast of 4.5 to 1, or of 3 to 1 where letters are large (24 pixels, or 18.66 in bold). Colours are
//! reckoned as the HTML part sets them: attributes, styles, style sheets, what shines through. Text over an image is passed over, and so is what is
//! hidden.
//! The built-in template keeps to this, and is not looked at.
//!
//! # Why it matters
//!
//! Grey on grey is elegant until it is read in the sun, on an old screen, or with eyes that are no longer young. The figures are those of WCAG 2.2
//! (success criterion 1.4.3, level AA), which public bodies in many countries have to keep to.
//!
//! # Example
//!
//! ```html
//! <p style="color: #999999">Written by the editors</p>
//! ```
//!
//! # Instead
//!
//! ```html
//! <p style="color: #5a6068">Written by the editors</p>
//! ```

use crate::check::contrast::{Mode, faint_pairs, told};
use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "contrast-light",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("contrast_light.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own("issue.html") {
        return Vec::new();
    }
    let pairs = faint_pairs(scope.dom(), Mode::Light);
    pairs.iter().map(|pair| told(scope, pair, Mode::Light)).collect()
}
