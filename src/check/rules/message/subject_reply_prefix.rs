//! # What it checks
//!
//! The subject does not begin like that of an answer or of a mail passed on: `Re:`, `Fwd:`, `Fw:`, and in some languages `AW:`, `SV:`, `TR:` and
//! their like.
//!
//! # Why it matters
//!
//! Such a subject claims a conversation that there was none of. Gmail's guidelines for senders forbid it, and laws against deceptive subjects
//! do too (in the United States the CAN-SPAM Act).
//!
//! # Example
//!
//! ```yaml
//! subject: "Re: your question about the port"
//! ```
//!
//! # Instead
//!
//! ```yaml
//! subject: Your questions about the port
//! ```

use crate::check::{Check, DraftScope, Family, Finding, Rule, subject_block};
use crate::foundation::{Severity, Span};

/// What every mail program takes for an answer's.
const EVERYWHERE: [&str; 3] = ["re", "fwd", "fw"];
/// What mail programs write in a language. Elsewhere these letters say something else: `SV` is El Salvador.
const BY_LANGUAGE: [(&str, &[&str]); 9] = [
    ("de", &["aw", "wg", "antw"]),
    ("nl", &["antw", "doorst"]),
    ("sv", &["sv", "vb"]),
    ("da", &["sv", "vs"]),
    ("nb", &["sv", "vs"]),
    ("fi", &["vs", "vl"]),
    ("fr", &["tr"]),
    ("es", &["rv"]),
    ("pl", &["odp", "pd"]),
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "subject-reply-prefix",
    severity: Severity::Error,
    family: Family::Message,
    source: include_str!("subject_reply_prefix.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let Some(block) = subject_block(scope.prose()) else {
        return Vec::new();
    };
    let Some((prefix, _)) = block.text.split_once(':') else {
        return Vec::new();
    };
    if !is_answer(prefix.trim(), scope.language()) {
        return Vec::new();
    }
    let start = prefix.len() - prefix.trim_start().len();
    let span = block.place(Span::new(start, prefix.len() + 1));
    let message = format!(
        "the subject begins with `{}:`, as if it answered a mail",
        prefix.trim()
    );
    vec![scope.finding(span, message).hinted("say what the issue is about")]
}

/// Whether it begins an answer's subject: `Re`, `RE`, `Re[2]`.
fn is_answer(prefix: &str, language: &str) -> bool {
    let count = prefix.strip_suffix(']').and_then(|prefix| prefix.split_once('['));
    let prefix = match count {
        Some((prefix, count)) if count.bytes().all(|b| b.is_ascii_digit()) => prefix,
        _ => prefix,
    };
    let own = BY_LANGUAGE
        .iter()
        .find(|(known, _)| language.eq_ignore_ascii_case(known));
    let own = own.map_or(&[][..], |(_, prefixes)| prefixes);
    EVERYWHERE
        .iter()
        .chain(own)
        .any(|known| prefix.eq_ignore_ascii_case(known))
}
