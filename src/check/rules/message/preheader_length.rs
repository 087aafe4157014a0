//! # What it checks
//!
//! The front matter's `preheader` has 40 to 130 characters. One that holds slots is not counted.
//!
//! # Why it matters
//!
//! Phones show some 90 characters beside or below the subject, wide windows some 130. What is longer is cut off; what is shorter is filled up
//! with whatever comes next in the mail, which is the newsletter's name and the date.
//!
//! # Example
//!
//! ```yaml
//! preheader: News of the week
//! ```
//!
//! # Instead
//!
//! ```yaml
//! preheader: Four ports were widened, and the ships still wait for days
//! ```

use unicode_width::UnicodeWidthStr as _;

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{Severity, plural};

const LEAST: Limit = Limit {
    rule: "preheader-length",
    key: "least",
    usual: 40,
    says: "the fewest characters of the preheader; wide ones count twice",
};
const MOST: Limit = Limit {
    rule: "preheader-length",
    key: "most",
    usual: 130,
    says: "the most characters of the preheader; wide ones count twice",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "preheader-length",
    severity: Severity::Info,
    family: Family::Message,
    source: include_str!("preheader_length.rs"),
    limits: &[LEAST, MOST],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let preheader = scope.draft.front.preheader.as_ref();
    let Some(preheader) = preheader.filter(|preheader| !has_slot(&preheader.value)) else {
        return Vec::new();
    };
    let length = preheader.value.trim().width();
    let (least, most) = (scope.limit(LEAST), scope.limit(MOST));
    let (message, hint) = if length < least {
        let message = format!(
            "the preheader has {}; mail programs show at least {least}",
            plural(length, "character")
        );
        (
            message,
            "say more of what is in the issue: what is missing is filled up with the mail's first words",
        )
    } else if length > most {
        let message = format!(
            "the preheader has {}; mail programs show {most} at most",
            plural(length, "character")
        );
        (message, "put what matters first, and leave the rest to the lead")
    } else {
        return Vec::new();
    };
    vec![scope.finding(preheader.span, message).hinted(hint)]
}

fn has_slot(text: &str) -> bool {
    text.contains("{{") || text.contains("{%")
}
