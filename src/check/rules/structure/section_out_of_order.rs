//! # What it checks
//!
//! The sections stand in the order of the house style.
//!
//! # Why it matters
//!
//! Readers who skim know the order by heart, and so do the colleagues who read the proof.
//!
//! # Example
//!
//! ```markdown
//! ## Society and Culture
//! …
//! ## Economy, Finance, and Energy
//! ```
//!
//! # Instead
//!
//! Move the section, heading and bullets, to its place. Only the sections that have to move are named: of three sections whose last one was
//! put first, that one.

use crate::check::{Check, DraftScope, Family, Finding, Meaning, Rule};
use crate::foundation::{Severity, Span};

pub(in crate::check) const RULE: Rule = Rule {
    name: "section-out-of-order",
    severity: Severity::Error,
    family: Family::Structure,
    source: include_str!("section_out_of_order.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let styles = scope.sections.styles;
    // A section that stands again has a finding of its own.
    let placed: Vec<(Span, usize)> = scope
        .sections
        .read
        .iter()
        .filter(|section| !matches!(section.meaning, Meaning::Again(_)))
        .filter_map(|section| {
            let style = section.meaning.style()?;
            let index = styles.iter().position(|known| known.id == style.id)?;
            Some((section.written.heading.span, index))
        })
        .collect();
    let order: Vec<usize> = placed.iter().map(|(_, index)| *index).collect();
    let kept = longest_rising(&order);
    let moved = placed.iter().filter(|(_, index)| !kept.contains(index));
    moved
        .map(|(span, index)| {
            let heading = &styles[*index].heading;
            let message = format!("the section `{heading}` is not in its place");
            scope
                .finding(*span, message)
                .hinted(place(&order, *index, |index| &styles[index].heading))
        })
        .collect()
}

/// Where a section belongs, by its nearest neighbour of those that are there.
fn place<'a>(order: &[usize], index: usize, heading: impl Fn(usize) -> &'a String) -> String {
    let before = order.iter().copied().filter(|other| *other < index).max();
    let after = order.iter().copied().filter(|other| *other > index).min();
    match (before, after) {
        (Some(before), _) => format!("move it to after the section `{}`", heading(before)),
        (None, Some(after)) => format!("move it to before the section `{}`", heading(after)),
        (None, None) => "move it to its place".to_owned(),
    }
}

/// The most numbers of `order` that rise as they stand. A house style has few sections: quadratic is fine.
fn longest_rising(order: &[usize]) -> Vec<usize> {
    let mut best: Vec<Vec<usize>> = Vec::with_capacity(order.len());
    for number in order {
        let before = best.iter().filter(|rising| rising.last() < Some(number));
        let mut rising = before
            .fold(None, |longest: Option<&Vec<usize>>, rising| match longest {
                Some(longest) if longest.len() >= rising.len() => Some(longest),
                _ => Some(rising),
            })
            .cloned()
            .unwrap_or_default();
        rising.push(*number);
        best.push(rising);
    }
    best.into_iter().fold(Vec::new(), |longest, rising| {
        if rising.len() > longest.len() {
            rising
        } else {
            longest
        }
    })
}
