//! # What it checks
//!
//! What comes first in the HTML part, and is shown beside the subject, says something of the issue: the front matter's `preheader`, else the
//! first sentence of the lead or of a section, and not the newsletter's name or "View in browser".
//!
//! # Why it matters
//!
//! In a list of mails a reader sees the sender, the subject and the mail's first words (about 40 to 130 characters). The sender's name is there
//! already: said once more it takes the place of a reason to open the mail.
//!
//! # Example
//!
//! A template of one's own that begins with the newsletter's name.
//!
//! # Instead
//!
//! ```html
//! <div style="display: none">{{ preheader }}</div>
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule, SeenPage, squashed};
use crate::foundation::Severity;
use crate::issue::scan_tags;
use crate::publication::Config;

/// What stands at the top of many newsletters and says nothing, letters alone.
const NOTHING_SAID: [&str; 6] = [
    "viewinbrowser",
    "viewthisemailinyourbrowser",
    "viewonline",
    "viewthisemailonline",
    "readonline",
    "readinbrowser",
];

/// What to do about a template.
const TEMPLATE: &str = "put `{{ preheader }}` at the top of the page, in an element that is not displayed";

pub(in crate::check) const RULE: Rule = Rule {
    name: "preheader-missing",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("preheader_missing.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let (written, page) = (scope.written, scope.page());
    if let Some(preheader) = &written.draft.front.preheader
        && scan_tags(&preheader.value).is_empty()
    {
        let said = squashed(&preheader.value);
        let hidden = page.hidden.iter().any(|hidden| squashed(hidden).contains(&said));
        if hidden || squashed(&page.text).contains(&said) {
            return Vec::new();
        }
        let message = "the template does not show the preheader";
        let finding = Finding::new(scope.template("issue.html"), message);
        return vec![finding.hinted(TEMPLATE)];
    }
    // A hidden text at the top is a preheader, whatever it says.
    let has_preheader = { page.hidden.iter() }.any(|hidden| page.opening.starts_with(hidden.trim()));
    if has_preheader || !says_nothing(page, written.config) {
        return Vec::new();
    }
    let shown: String = page.opening.trim().chars().take(40).collect();
    let message = format!("beside the subject mail programs show `{}`", shown.trim_end());
    if !takes_preheader(scope) {
        let finding = Finding::new(scope.template("issue.html"), message);
        return vec![finding.hinted(TEMPLATE)];
    }
    let hint = "write `preheader: …` into the front matter: what a reader finds in this issue, in 40 to 130 characters";
    vec![written.finding(written.head(), message).hinted(hint)]
}

/// Whether a page's first line is the newsletter's name, or leads away.
fn says_nothing(page: &SeenPage, config: &Config) -> bool {
    let first = squashed(page.text.lines().next().unwrap_or_default());
    let is_name = [&config.title, &config.from.name]
        .map(|name| squashed(name))
        .contains(&first);
    is_name || NOTHING_SAID.iter().any(|said| first.starts_with(said))
}

/// Whether the template has a place for the preheader, itself or in the one that it extends.
fn takes_preheader(scope: &MessageScope<'_>) -> bool {
    let source = scope.templates.source("issue.html");
    source.is_none_or(|source| source.text().contains("preheader") || source.text().contains("{% extends"))
}
