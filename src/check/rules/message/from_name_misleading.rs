//! # What it checks
//!
//! The name in `from` of digest.yaml is a name: no address, no domain of somebody else, no check mark, no `Re:`, no `(2)` at its end, and no
//! slot, which would be sent as it stands.
//!
//! # Why it matters
//!
//! Mail programs show the name and hide the address, so forgers write into it what readers trust. Gmail's guidelines for senders ask for a name that
//! is the sender's and nothing else; rspamd counts an address of another domain in the name with 8 points of the 15 that reject a mail
//! (`SPOOF_DISPLAY_NAME`).
//!
//! # Example
//!
//! ```yaml
//! from: { name: weekly@example.org, email: weekly@example.org }
//! ```
//!
//! # Instead
//!
//! ```yaml
//! from: { name: Our Weekly, email: weekly@example.org }
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule, organisation, own_organisations};
use crate::foundation::{Address, Severity};
use crate::publication::{Config, Sender};

/// Signs that look like the mark of a verified sender.
const CHECK_MARKS: [char; 5] = ['\u{2705}', '\u{2714}', '\u{2713}', '\u{2611}', '\u{1F5F8}'];
/// What begins an answer's subject.
const ANSWERS: [&str; 3] = ["re:", "fwd:", "fw:"];
/// What begins a slot, here and with other programs.
const SLOTS: [&str; 4] = ["{{", "{%", "*|", "%%"];

pub(in crate::check) const RULE: Rule = Rule {
    name: "from-name-misleading",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("from_name_misleading.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let fault = fault(&scope.config.from).or_else(|| foreign_domain(scope.config));
    fault
        .map(|(severity, message, hint)| {
            scope
                .finding(&["from", "name"], message)
                .hinted(hint)
                .at(severity)
        })
        .into_iter()
        .collect()
}

fn fault(sender: &Sender) -> Option<(Severity, String, &'static str)> {
    let name = sender.name.as_str();
    let lower = name.to_lowercase();
    if let Some(slot) = SLOTS.iter().find(|slot| name.contains(**slot)) {
        let message = format!(
            "the sender's name holds `{slot}`: it is the same for every reader, and nothing is filled in"
        );
        return Some((Severity::Error, message, "write the name itself"));
    }
    if let Some(address) = words(name).find_map(|word| Address::parse(word).ok()) {
        let message = if address.canonical() == sender.email.canonical() {
            format!("the sender's name holds its address, `{address}`")
        } else {
            format!("the sender's name holds the address `{address}`, which the mail is not from")
        };
        return Some((
            Severity::Warning,
            message,
            "write the name that readers know you by, without an address",
        ));
    }
    if let Some(mark) = name.chars().find(|c| CHECK_MARKS.contains(c)) {
        let message =
            format!("the sender's name holds `{mark}`, which looks like the mark of a verified sender");
        return Some((Severity::Warning, message, "take it out"));
    }
    if let Some(answer) = ANSWERS.iter().find(|answer| lower.starts_with(**answer)) {
        let message = format!(
            "the sender's name begins with `{}`, like a subject",
            &name[..answer.len()]
        );
        return Some((Severity::Warning, message, "write the name alone"));
    }
    let count = name.strip_suffix(')').and_then(|name| name.rsplit_once('('));
    let count = count
        .filter(|(_, count)| (1..=2).contains(&count.len()) && count.bytes().all(|b| b.is_ascii_digit()));
    count.map(|(_, count)| {
        let message = format!(
            "the sender's name ends in `({count})`, as if it were one of several messages or accounts"
        );
        (Severity::Warning, message, "write the name alone")
    })
}

/// A domain in the name that is none of the newsletter's own.
fn foreign_domain(config: &Config) -> Option<(Severity, String, &'static str)> {
    let own = own_organisations(config);
    let mut domains = words(&config.from.name).filter(|word| is_domain(word));
    let foreign =
        domains.find(|domain| !own.iter().any(|own| own == organisation(&domain.to_lowercase())))?;
    let message =
        format!("the sender's name holds the domain `{foreign}`, which is none of the newsletter's own");
    Some((
        Severity::Info,
        message,
        "name yourself, and what you write about in the subject",
    ))
}

/// The words of a name, without the marks around them.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let inner = |c: char| c.is_alphanumeric();
    name.split_whitespace()
        .map(move |word| word.trim_matches(|c| !inner(c)))
}

/// Whether a word is a domain under a suffix that exists, written as domains are: `ASP.NET` is none.
fn is_domain(word: &str) -> bool {
    let is_name = word
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    let Some((_, top)) = word.rsplit_once('.').filter(|_| is_name) else {
        return false;
    };
    let known = psl::suffix(word.as_bytes()).is_some_and(|suffix| suffix.is_known());
    known && top.bytes().all(|b| b.is_ascii_lowercase()) && psl::domain_str(word).is_some()
}
