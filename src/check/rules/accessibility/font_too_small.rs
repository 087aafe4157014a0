//! # What it checks
//!
//! No letters of the page are smaller than 14 pixels; from 10 on it is an error. What is hidden does not count.
//! The built-in template keeps to this, and is not looked at.
//!
//! # Why it matters
//!
//! Mail is read at arm's length. Checklists for mail ask for 14 pixels at least (Litmus, RNIB), telephones make letters below 13 larger on their own, and the
//! layout breaks; letters below 10 nobody reads, and filters take them for something to hide.
//!
//! # Example
//!
//! ```html
//! <p style="font-size: 11px">You receive this mail because …</p>
//! ```
//!
//! # Instead
//!
//! ```html
//! <p style="font-size: 14px">You receive this mail because …</p>
//! ```

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule, declaration, template_place};
use crate::foundation::Severity;

const LEAST: Limit = Limit {
    rule: "font-too-small",
    key: "warn_pixels",
    usual: 14,
    says: "the least height of letters, in pixels, that passes without a warning",
};
const READABLE: Limit = Limit {
    rule: "font-too-small",
    key: "error_pixels",
    usual: 10,
    says: "the least height of letters, in pixels, that is no error",
};

/// Points and percents make fractions: by so much letters may be smaller.
const ROUNDING: f64 = 0.5;
/// So much of the words is quoted.
const SHOWN: usize = 40;

pub(in crate::check) const RULE: Rule = Rule {
    name: "font-too-small",
    severity: Severity::Warning,
    family: Family::Accessibility,
    source: include_str!("font_too_small.rs"),
    limits: &[LEAST, READABLE],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own("issue.html") {
        return Vec::new();
    }
    let (least, readable) = (scope.written.limit(LEAST), scope.written.limit(READABLE));
    let mut told: Vec<String> = Vec::new();
    let mut findings = Vec::new();
    for words in scope.set_texts() {
        let set = &words.set;
        // What is a pixel high is meant to be hidden.
        if set.size <= 1.0 || !below(set.size, least) || told.contains(&set.declared) {
            continue;
        }
        told.push(set.declared.clone());
        let place = template_place(scope, |text| declaration(text, "font-size", &set.declared));
        let said: String = words.text.trim().chars().take(SHOWN).collect();
        let message = format!("`{said}` is set in letters of {} pixels", shown(set.size));
        let finding = Finding::new(place, message).hinted(format!("make them {least} pixels high at least"));
        findings.push(if below(set.size, readable) {
            finding.at(Severity::Error)
        } else {
            finding
        });
    }
    findings
}

fn below(size: f64, limit: usize) -> bool {
    u32::try_from(limit).is_ok_and(|limit| size < f64::from(limit) - ROUNDING)
}

/// A number without a fraction that says nothing.
fn shown(size: f64) -> String {
    let shown = format!("{size:.1}");
    shown.strip_suffix(".0").map_or(shown.clone(), str::to_owned)
}
