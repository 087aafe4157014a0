//! # What it checks
//!
//! Answers reach somebody: `reply_to`, or the From address where there is none, is no `noreply@` or the like.
//!
//! # Why it matters
//!
//! Readers answer newsletters: with corrections, with thanks, to leave. Microsoft asks bulk senders for From or Reply-To addresses that can
//! receive answers (its requirements for high-volume senders of 2025), and an answer is the best sign to a mailbox provider that mail is wanted.
//!
//! # Example
//!
//! ```yaml
//! from: { name: Our Weekly, email: noreply@example.org }
//! ```
//!
//! # Instead
//!
//! ```yaml
//! from: { name: Our Weekly, email: weekly@example.org }
//! reply_to: editors@example.org
//! ```

use crate::check::{Check, Family, Finding, PublicationScope, Rule};
use crate::foundation::Severity;

/// What such an address says, word by word.
const WORDS: [&[&str]; 8] = [
    &["noreply"],
    &["no", "reply"],
    &["donotreply"],
    &["do", "not", "reply"],
    &["dontreply"],
    &["no", "responder"],
    &["ne", "pas", "repondre"],
    &["nepasrepondre"],
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "from-no-reply",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("from_no_reply.rs"),
    limits: &[],
    check: Check::Publication(check),
};

fn check(scope: &PublicationScope<'_>) -> Vec<Finding> {
    let config = scope.config;
    let (keys, address): (&[&str], _) = match &config.reply_to {
        Some(address) => (&["reply_to"], address),
        None => (&["from", "email"], &config.from.email),
    };
    if !takes_no_answers(address.local()) {
        return Vec::new();
    }
    let message = format!("answers go to `{address}`, where nobody reads them");
    let hint = "write an address into `reply_to` that somebody reads";
    vec![scope.finding(keys, message).hinted(hint)]
}

fn takes_no_answers(local: &str) -> bool {
    let local = local.to_ascii_lowercase();
    let words: Vec<&str> = local.split(['-', '_', '.', '+']).collect();
    WORDS
        .iter()
        .any(|said| words.windows(said.len()).any(|words| words == *said))
}
