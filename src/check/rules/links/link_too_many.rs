//! # What it checks
//!
//! An issue has no more than 100 links.
//!
//! # Why it matters
//!
//! Filters look at how much of a mail is links, each adds some hundred bytes to what Gmail clips, and few readers open more than three.
//!
//! # Example
//!
//! Every link of the month, in one list.
//!
//! # Instead
//!
//! Choose, and link to a page that has them all. A newsletter that means to be a list of links sets a higher number in digest.yaml.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{Severity, plural};

const LINKS: Limit = Limit {
    rule: "link-too-many",
    key: "links",
    usual: 100,
    says: "the most links of an issue",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-too-many",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_too_many.rs"),
    limits: &[LINKS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(LINKS);
    let links = &scope.prose().links;
    let past = links.get(most).into_iter();
    past.map(|link| {
        let message = format!(
            "the issue has {}; this is the first above {most}",
            plural(links.len(), "link")
        );
        let finding = scope.finding(link.span, message);
        finding.hinted("choose, and link to a page that has them all")
    })
    .collect()
}
