//! # What it checks
//!
//! No address carries what somebody else's mail or post put into it: the mark of one person or one click (`fbclid`, `gclid`, `mc_eid`, `_hsenc` and their
//! like), or, as a note, the name of another sender (`utm_source`, `mc_cid`).
//!
//! # Why it matters
//!
//! `mc_eid` and its like say who copied the link: every reader who clicks is counted as that person, and in some shops and newsletters is logged in as them, or may
//! change their subscription. `utm_source=rival` credits your readers to somebody else.
//!
//! # Example
//!
//! ```markdown
//! The [article](https://example.org/ports?fbclid=IwAR0a1b2c3) is worth a read.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [article](https://example.org/ports) is worth a read.
//! ```
//!
//! A `utm_source` that three or more links of the issue share, that shares a word with the newsletter's name, or that says `newsletter` is taken for one's own.

use std::collections::HashMap;

use crate::check::addresses::{
    Parameter, WebAddress, is_anybodys_source, is_of_a_mailing, is_personal, malformed, parameters,
    personal_marks, placed, placed_or_all, unmarked, unmarked_query,
};
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Fix, Severity, Span, listed};
use crate::issue::ProseLink;

/// So many links with the same source are one's own doing.
const OWN_FROM: usize = 3;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-tracking-leftover",
    severity: Severity::Warning,
    family: Family::Links,
    source: include_str!("link_tracking_leftover.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links: Vec<_> = scope
        .web_links()
        .filter(|(_, address)| address.query.is_some())
        .collect();
    let mut sources: HashMap<&str, usize> = HashMap::new();
    for (_, address) in &links {
        for source in parameters(address).filter(|parameter| parameter.name == "utm_source") {
            *sources.entry(source.value).or_default() += 1;
        }
    }
    let links = links.iter();
    links
        .flat_map(|(link, address)| {
            let of_a_person = personal(scope, link, address);
            of_a_person
                .into_iter()
                .chain(foreign(scope, link, address, &sources))
        })
        .collect()
}

fn personal(scope: &DraftScope<'_>, link: &ProseLink, address: &WebAddress<'_>) -> Option<Finding> {
    let marks = personal_marks(address);
    let span = Span::new(marks.first()?.span.start, marks.last()?.span.end);
    let names: Vec<String> = marks.iter().map(|mark| format!("`{}`", mark.name)).collect();
    let stands = if names.len() == 1 { "stands" } else { "stand" };
    let message = format!(
        "{} in this address {stands} for the person who copied it",
        listed(&names)
    );
    let finding = scope.finding(placed_or_all(link, span, scope.text()), message);
    let finding = finding.hinted("take it out, and see that the page still opens");
    let query = address.query?;
    let whole = Span::new(query.start - 1, query.end);
    // A bracket that goes may be the other half of one that stays.
    let is_sound = !whole.of(address.url).contains(['(', ')', '<', '>'])
        && (malformed(&unmarked(address)).is_none() || malformed(address.url).is_some());
    Some(match placed(link, whole, scope.text()).filter(|_| is_sound) {
        Some(place) => finding.mended_by(Fix::replacing(place, unmarked_query(address), "take it out")),
        None => finding,
    })
}

fn foreign(
    scope: &DraftScope<'_>,
    link: &ProseLink,
    address: &WebAddress<'_>,
    sources: &HashMap<&str, usize>,
) -> Option<Finding> {
    let is_told = parameters(address).any(|parameter| is_personal(parameter.name));
    let is_foreign = |parameter: &Parameter<'_>| {
        let is_source = parameter.name == "utm_source"
            && sources
                .get(parameter.value)
                .is_some_and(|count| *count < OWN_FROM)
            && !is_own(parameter.value, scope);
        (is_source || (is_of_a_mailing(parameter.name) && !is_told)) && !parameter.value.is_empty()
    };
    let mark = parameters(address).find(is_foreign)?;
    let place = placed_or_all(link, mark.span, scope.text());
    let message = format!(
        "`{}` in this address tells the page that the reader comes from somewhere else",
        mark.span.of(address.url)
    );
    let finding = scope.finding(place, message).at(Severity::Info);
    Some(finding.hinted("take it out, with all that begins with `utm_`, or write your own"))
}

/// Whether a source may be this newsletter: it says so, or says nothing.
fn is_own(source: &str, scope: &DraftScope<'_>) -> bool {
    let source = source.to_lowercase();
    let own = format!(
        "{} {} {}",
        scope.config.title, scope.config.id, scope.config.from.name
    )
    .to_lowercase();
    let mut words = own
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.chars().nth(3).is_some());
    is_anybodys_source(&source) || words.any(|word| source.contains(word))
}
