//! # What it checks
//!
//! The HTML part and the text part each name the sender: `from.name` or `title` of digest.yaml.
//!
//! # Why it matters
//!
//! CASL demands that a mail names who sends it, and a reader who forgot the subscription wants to know whose it is before leaving it, or before
//! calling it spam.
//!
//! # Example
//!
//! A template of one's own with a picture for a masthead and a footer of an address alone.
//!
//! # Instead
//!
//! ```html
//! <p>You receive this mail because you are subscribed to {{ publication.title }}.</p>
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule, squashed};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "sender-name-not-shown",
    severity: Severity::Warning,
    family: Family::Law,
    source: include_str!("sender_name_not_shown.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let config = scope.written.config;
    let names = [squashed(&config.from.name), squashed(&config.title)];
    let shows = |text: &str| {
        let text = squashed(text);
        names.iter().any(|name| text.contains(name.as_str()))
    };
    let shown = [
        (shows(&scope.page().text), "HTML", "issue.html"),
        (shows(&scope.copy.text), "text", "issue.txt"),
    ];
    let missing = shown.into_iter().filter(|(shown, ..)| !shown);
    let findings = missing.map(|(_, part, template)| {
        let message = format!("the {part} part does not name `{}`", config.title);
        let finding = Finding::new(scope.template(template), message);
        finding.hinted("put `{{ publication.title }}` into the template's footer")
    });
    findings.collect()
}
