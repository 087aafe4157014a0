//! # What it checks
//!
//! The subject has no more than 60 characters that can be seen: the front matter's `subject`, else the title. From there on it is a note, above 200 an error.
//!
//! # Why it matters
//!
//! Phones cut a subject after 30 to 50 characters, mail programs on a desk after some 60. Past 200 characters rspamd takes the mail for spam
//! (`LONG_SUBJ`, 3 points of the 15 that reject it).
//!
//! # Example
//!
//! ```yaml
//! subject: What the ministers of four Caspian states said in Astana, and what they left for the next time they meet
//! ```
//!
//! # Instead
//!
//! Put what matters into the first 40 characters, and leave the rest to the preheader. Slots are not counted: how long their values are is not
//! known here.

use unicode_segmentation::UnicodeSegmentation;

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{Severity, plural};
use crate::issue::scan_tags;

/// What mail programs on a desk show.
const SHOWN: Limit = Limit {
    rule: "subject-length",
    key: "shown",
    usual: 60,
    says: "the most characters that mail programs show",
};
/// The threshold of rspamd's `LONG_SUBJ`.
const SPAM: usize = 200;

pub(in crate::check) const RULE: Rule = Rule {
    name: "subject-length",
    severity: Severity::Info,
    family: Family::Message,
    source: include_str!("subject_length.rs"),
    limits: &[SHOWN],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let draft = scope.draft;
    let (what, subject, span) = match (&draft.front.subject, &draft.title) {
        (Some(subject), _) => ("the subject", subject.value.as_str(), subject.span),
        (None, Some(title)) => (
            "the title, which is the subject too,",
            title.text.as_str(),
            title.span,
        ),
        (None, None) => return Vec::new(),
    };
    let characters = visible(subject);
    let most = scope.limit(SHOWN);
    if characters <= most {
        return Vec::new();
    }
    let hint = match draft.front.subject {
        Some(_) => "put what matters first, and leave the rest to `preheader`",
        None => "give the mail a shorter subject: write `subject: …` in the front matter",
    };
    let shown = plural(characters, "character");
    let finding = if characters > SPAM {
        let message = format!("{what} has {shown}; filters take more than {SPAM} for spam");
        scope.finding(span, message).at(Severity::Error)
    } else {
        scope.finding(
            span,
            format!("{what} has {shown}; mail programs show {most} at most"),
        )
    };
    vec![finding.hinted(hint)]
}

/// How many characters a reader sees, slots apart.
fn visible(subject: &str) -> usize {
    let slots = scan_tags(subject);
    let hidden: usize = slots
        .iter()
        .map(|tag| tag.span.of(subject).graphemes(true).count())
        .sum();
    subject.graphemes(true).count().saturating_sub(hidden)
}
