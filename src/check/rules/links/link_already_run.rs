//! # What it checks
//!
//! No link leads to a page that one of the last 10 issues linked to. A site's front page does not count, nor one whose path is a single word (people's
//! and groups' pages), nor a page that more than a quarter of all issues link to. `http` and `https`, `www.`, a `/` at the end and what counts clicks (`utm_…`) make no other page.
//!
//! # Why it matters
//!
//! Readers click twice on the same article at most once. Often it is a story that two editors found in two weeks.
//!
//! # Example
//!
//! A link to `https://example.org/2019/02/ports` in two issues that follow each other.
//!
//! # Instead
//!
//! Leave it out, or say what is new. Where it is meant, `<!-- digest-ignore: link-already-run -->` before the item says so.

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::check::{Check, DraftsScope, Family, Finding, Limit, PageLink, Rule, page_links, ran_before};
use crate::foundation::{Location, Severity};
use crate::issue::Draft;

/// Of so many issues one that links to a page, on the average, makes it a standing link.
const ONE_OF: usize = 4;
/// In a small publication, a link is a standing one from so many issues on.
const FEW: usize = 3;

/// The words of a bullet that is known again.
const LONG_ITEM: usize = 15;

const ISSUES: Limit = Limit {
    rule: "link-already-run",
    key: "issues",
    usual: 10,
    says: "how many issues back links are looked up",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-already-run",
    severity: Severity::Info,
    family: Family::Links,
    source: include_str!("link_already_run.rs"),
    limits: &[ISSUES],
    check: Check::Drafts(check),
};

fn check(scope: &DraftsScope<'_>) -> Vec<Finding> {
    let drafts: Vec<&Draft> = scope.checked.iter().chain(&scope.others).copied().collect();
    let links: Vec<Vec<PageLink>> = drafts.par_iter().map(|draft| page_links(draft)).collect();
    let holders = Holders::of(&links);
    let standing = (drafts.len() / ONE_OF).max(FEW);
    let last_first = last_first(&drafts);
    let mut findings = Vec::new();
    for (number, draft) in scope.checked.iter().enumerate() {
        let before = last_first
            .iter()
            .filter(|other| ran_before(drafts[**other], draft));
        let recent: Vec<usize> = before.take(ISSUES.of(scope.config)).copied().collect();
        let mut told = BTreeSet::new();
        for link in &links[number] {
            let holders = holders.of_page(link.page);
            if holders.len() > standing || !told.insert(link.page) {
                continue;
            }
            let holds = |other: usize| holders.binary_search(&(link.page, other)).is_ok();
            let last = recent.iter().find(|other| holds(**other));
            // Of an item that was there as a whole, `item-already-run` speaks.
            let last = last.filter(|other| !ran_with_its_item(draft, link, drafts[**other]));
            findings.extend(last.map(|other| {
                let path = drafts[*other].source.path().display();
                let message = format!("an earlier issue, `{path}`, has this link too");
                let finding = Finding::new(Location::new(&draft.source, link.span), message);
                finding.hinted("leave it out, or say what is new")
            }));
        }
    }
    findings
}

/// Which issues link to which pages.
struct Holders {
    /// A page and an issue, in order, each pair once.
    pairs: Vec<(u64, usize)>,
}

impl Holders {
    fn of(links: &[Vec<PageLink>]) -> Self {
        let numbered = links.iter().enumerate();
        let pairs = numbered.flat_map(|(number, links)| links.iter().map(move |link| (link.page, number)));
        let mut pairs: Vec<(u64, usize)> = pairs.collect();
        pairs.par_sort_unstable();
        pairs.dedup();
        Self { pairs }
    }

    /// The pairs of a page.
    fn of_page(&self, page: u64) -> &[(u64, usize)] {
        let start = self.pairs.partition_point(|(other, _)| *other < page);
        let count = self.pairs[start..].iter().take_while(|(other, _)| *other == page);
        &self.pairs[start..start + count.count()]
    }
}

/// The numbers of the issues, the last first.
fn last_first(drafts: &[&Draft]) -> Vec<usize> {
    let order = |number: &usize| {
        let front = &drafts[*number].front;
        let date = front.date.as_ref().map(|date| date.value);
        std::cmp::Reverse((date, front.issue.as_ref().map(|issue| issue.value)))
    };
    let mut numbers: Vec<usize> = (0..drafts.len()).collect();
    numbers.sort_by_key(order);
    numbers
}

/// Whether the bullet's line that a link stands in is in another issue too.
fn ran_with_its_item(draft: &Draft, link: &PageLink, other: &Draft) -> bool {
    let text = draft.source.text();
    let start = text[..link.span.start].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default().trim();
    let is_bullet = line.starts_with(['-', '*', '+']) || line.starts_with(|c: char| c.is_ascii_digit());
    is_bullet && line.split_whitespace().count() >= LONG_ITEM && other.source.text().contains(line)
}
