//! # What it checks
//!
//! No style sheet that stays in the page has more than 8,192 bytes, and all of them together no more than 16 KiB. Rules for elements are moved into the
//! elements; what stays is `@media` and its like.
//!
//! # Why it matters
//!
//! Gmail leaves out a `<style>` element of more than 8,192 characters as a whole, and with it everything for phones and dark screens.
//!
//! # Example
//!
//! A template with the whole style sheet of the web site.
//!
//! # Instead
//!
//! Keep what the mail uses.

use scraper::{Html, Node};

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::{Severity, grouped};

const ONE: Limit = Limit {
    rule: "style-block-too-large",
    key: "bytes",
    usual: 8_192,
    says: "the most bytes of one style sheet",
};
const ALL: Limit = Limit {
    rule: "style-block-too-large",
    key: "bytes_together",
    usual: 16_384,
    says: "the most bytes of all style sheets of the page",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "style-block-too-large",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("style_block_too_large.rs"),
    limits: &[ONE, ALL],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let sizes = sizes(scope.dom());
    let largest = sizes.iter().max().copied().unwrap_or_default();
    let all: usize = sizes.iter().sum();
    let (one, together) = (scope.written.limit(ONE), scope.written.limit(ALL));
    let message = if largest > one {
        let (bytes, one) = (grouped(largest), grouped(one));
        format!("a style sheet of {bytes} bytes stays in the page; Gmail leaves out what has more than {one}")
    } else if all > together {
        format!("style sheets of {} bytes together stay in the page", grouped(all))
    } else {
        return Vec::new();
    };
    let finding = Finding::new(scope.in_template("issue.html", "<style"), message);
    vec![finding.hinted("keep the rules that the mail uses")]
}

/// The bytes of every style sheet.
fn sizes(dom: &Html) -> Vec<usize> {
    let nodes = dom.tree.nodes();
    let sheets = nodes.filter(|node| {
        node.value()
            .as_element()
            .is_some_and(|element| element.name() == "style")
    });
    let texts = sheets.map(|sheet| {
        let texts = sheet.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(text.len()),
            _ => None,
        });
        texts.sum()
    });
    texts.collect()
}
