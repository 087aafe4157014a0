//! # What it checks
//!
//! No address is linked more than three times in one issue.
//!
//! # Why it matters
//!
//! A reader who opens a link and finds the page that was open already trusts the next one less; and often the address of the item before was
//! copied along with its Markdown.
//!
//! # Example
//!
//! Four items about four events, each with a link to the same page.
//!
//! # Instead
//!
//! Link what belongs to each item, and a page that belongs to several of them once.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::check::addresses::place_of_page;
use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::Severity;
use crate::issue::ProseLink;

const TIMES: Limit = Limit {
    rule: "link-repeated",
    key: "times",
    usual: 3,
    says: "how often an address may be linked in one issue",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-repeated",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_repeated.rs"),
    limits: &[TIMES],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let most = scope.limit(TIMES);
    let mut by_url: HashMap<Cow<'_, str>, Vec<&ProseLink>> = HashMap::new();
    for (link, address) in scope.web_links() {
        by_url.entry(place_of_page(&address)).or_default().push(link);
    }
    let mut often: Vec<Vec<&ProseLink>> = by_url.into_values().filter(|links| links.len() > most).collect();
    often.sort_by_key(|links| links[most].span);
    often
        .into_iter()
        .map(|links| {
            let line = scope.draft.source.position(links[0].span.start).line;
            let message = format!(
                "this address is linked {} times, first in line {line}",
                links.len()
            );
            let finding = scope.finding(links[most].url_span, message);
            finding
                .hinted("see that each link leads where its text says, and leave out those that add nothing")
        })
        .collect()
}
