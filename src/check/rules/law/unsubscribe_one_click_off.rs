//! # What it checks
//!
//! A publication with a list of more than 5,000 readers has `unsubscribe.url`, and `one_click: true` beside it.
//!
//! # Why it matters
//!
//! Who sends more than about 5,000 mails a day to Gmail must let readers leave with one click in the mail program (RFC 8058); Yahoo recommends it
//! highly. An address for mail or a link in the footer is not enough there, and mail without it is turned away.
//!
//! # Example
//!
//! ```yaml
//! unsubscribe: { url: "https://news.example.org/u", one_click: false }
//! ```
//!
//! # Instead
//!
//! Let the page at `url` take a POST and unsubscribe by it, without a question and without a redirect, and then write:
//!
//! ```yaml
//! unsubscribe: { url: "https://news.example.org/u", one_click: true }
//! ```

use crate::check::{Check, CheckedList, Family, Finding, Limit, PublicationScope, Rule};
use crate::foundation::{Severity, grouped};
use crate::subscriber::Row;

/// Gmail's number.
const READERS: Limit = Limit {
    rule: "unsubscribe-one-click-off",
    key: "readers",
    usual: 5_000,
    says: "the most readers of a list that may leave otherwise",
};

pub(in crate::check) const RULE: Rule = Rule {
    name: "unsubscribe-one-click-off",
    severity: Severity::Warning,
    family: Family::Law,
    source: include_str!("unsubscribe_one_click_off.rs"),
    limits: &[READERS],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let unsubscribe = &scope.config.unsubscribe;
    let is_missing = unsubscribe.url.is_none() && unsubscribe.mailto.is_none();
    if unsubscribe.one_click || is_missing {
        return Vec::new();
    }
    let most = READERS.of(scope.config);
    let Some(list) = scope.lists.iter().find(|list| has_more_than(list, most)) else {
        return Vec::new();
    };
    let message = format!(
        "`{}` has more than {} readers, and they cannot leave with one click",
        list.shown.display(),
        grouped(most)
    );
    let (keys, hint): (&[&str], _) = if unsubscribe.url.is_some() {
        (
            &["unsubscribe", "one_click"],
            "let the page at `url` take a POST as RFC 8058 says, and write `one_click: true`",
        )
    } else {
        (
            &["unsubscribe"],
            "write a `url` that takes a POST as RFC 8058 says, and `one_click: true`",
        )
    };
    vec![scope.finding(keys, message).hinted(hint)]
}

fn has_more_than(list: &CheckedList, most: usize) -> bool {
    let gets_mail =
        |row: &Row| matches!(row, Row::Usable { subscriber, .. } if subscriber.status.gets_mail());
    list.rows().flatten().filter(gets_mail).nth(most).is_some()
}
