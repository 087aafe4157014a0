//! # What it checks
//!
//! The bullets of a section all end with a full stop, or none does. Bullets of less than five words, and those that end with something else, do not
//! count; nor does a section in which each way is common.
//!
//! # Why it matters
//!
//! A list whose items end in different ways looks as if several people had written it, and nobody had read it.
//!
//! # Example
//!
//! ```markdown
//! - Ports on both shores agreed on a calendar of departures.
//! - Railways finished the second track to the coast
//! - Customs posts still ask for different papers.
//! ```
//!
//! # Instead
//!
//! End all of them with a full stop where they are sentences, none where they are not.

use std::collections::BTreeMap;

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, Span, plural};
use crate::issue::{BlockKind, PartOf, ProseBlock};

/// Bullets of less words are names and labels.
const WORDS: usize = 5;

pub(in crate::check) const RULE: Rule = Rule {
    name: "bullet-ending-mixed",
    severity: Severity::Info,
    family: Family::Text,
    source: include_str!("bullet_ending_mixed.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let mut sections: BTreeMap<usize, Ends> = BTreeMap::new();
    for (section, block) in last_blocks(scope) {
        let ends = sections.entry(section).or_default();
        match ending(block) {
            Some((true, last)) => ends.stopped.push(block.place(last)),
            Some((false, last)) => ends.open.push(block.place(last)),
            None => {}
        }
    }
    let findings = sections.values().filter_map(|ends| {
        let (open, stopped) = (ends.open.len(), ends.stopped.len());
        let (fewer, most) = if open < stopped {
            (&ends.open, stopped)
        } else {
            (&ends.stopped, open)
        };
        // A few among many are slips.
        let first = fewer.first().filter(|_| fewer.len() * 3 <= most)?;
        let (message, hint) = if open < stopped {
            ("ends without a full stop", "end it with a full stop, too")
        } else {
            ("ends with a full stop", "take the full stop out")
        };
        let others = plural(most, "other");
        let message = match fewer.len() {
            1 => format!("this bullet {message}, unlike {others} of its section"),
            fewer => format!("this bullet {message}; {fewer} of its section do, and {others} do not"),
        };
        Some(scope.finding(*first, message).hinted(hint))
    });
    findings.collect()
}

/// Where the bullets of a section end, with a full stop and without.
#[derive(Default)]
struct Ends {
    stopped: Vec<Span>,
    open: Vec<Span>,
}

/// The paragraph that each bullet ends with, where it is one of its own level, and its section.
fn last_blocks<'a>(scope: &'a DraftScope<'_>) -> impl Iterator<Item = (usize, &'a ProseBlock)> {
    let blocks = &scope.prose().blocks;
    blocks.iter().enumerate().filter_map(|(index, block)| {
        let PartOf::Bullet(section, _) = block.part else {
            return None;
        };
        let is_last = blocks.get(index + 1).is_none_or(|next| next.part != block.part);
        let counts = is_last && block.depth == 1 && block.kind == BlockKind::Paragraph;
        counts.then_some((section, block))
    })
}

/// Whether a bullet ends with a full stop, and its last sign; `None` where it ends with something else.
fn ending(block: &ProseBlock) -> Option<(bool, Span)> {
    let text = block.text.trim_end();
    let last = text.chars().next_back()?;
    let span = Span::new(text.len() - last.len_utf8(), text.len());
    let stopped = match last {
        '.' | '。' => true,
        _ if last.is_alphanumeric() => false,
        _ => return None,
    };
    // `… and so on ...`
    let is_ellipsis = text.ends_with("..");
    (text.split_whitespace().nth(WORDS - 1).is_some() && !is_ellipsis).then_some((stopped, span))
}
