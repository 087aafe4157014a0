//! # What it checks
//!
//! The HTML part and the text part each show the reader how to leave: the reader's own link (`{{ links.unsubscribe }}`), or a link or sentence
//! that says so in words.
//!
//! # Why it matters
//!
//! Gmail and Yahoo ask for a link that can be seen in the mail itself, besides the headers; so do the laws (CAN-SPAM, CASL, GDPR Article 7(3)). Who
//! reads the text part has to find it as well.
//!
//! # Example
//!
//! A template of one's own with a footer that has only the postal address.
//!
//! # Instead
//!
//! ```html
//! <a href="{{ links.unsubscribe }}">Unsubscribe</a>
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

/// Beginnings of words that speak of leaving, in languages that many newsletters are in.
const WORDS: [&str; 27] = [
    "unsubscri",
    "opt out",
    "opt-out",
    "optout",
    "manage preferences",
    "email preferences",
    "manage your subscription",
    "abmeld",
    "abbestell",
    "désabonn",
    "désinscri",
    "desinscri",
    "darse de baja",
    "darte de baja",
    "cancelar suscripción",
    "cancelar a inscrição",
    "cancelar inscrição",
    "annulla iscrizione",
    "disiscri",
    "afmeld",
    "uitschrijv",
    "avregistrera",
    "avmeld",
    "wypisz",
    "odhlásit",
    "отпис",
    "abonelikten",
];
/// The same where words are not parted by spaces.
const WORDS_UNPARTED: [&str; 5] = ["配信停止", "登録解除", "退订", "取消订阅", "수신거부"];

/// A footer is no longer than that, in characters.
const FOOTER: usize = 800;

pub(in crate::check) const RULE: Rule = Rule {
    name: "unsubscribe-link-not-shown",
    severity: Severity::Error,
    family: Family::Law,
    source: include_str!("unsubscribe_link_not_shown.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    if !scope.has_own_templates() {
        return Vec::new();
    }
    let links = &scope.copy.links;
    let own: Vec<&str> = [&links.url, &links.mailto]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    if own.is_empty() {
        // That is for `unsubscribe-missing` to say.
        return Vec::new();
    }
    let page = scope.page();
    let mut shown = page.links.iter().filter(|link| !link.text.trim().is_empty());
    let in_links = shown.any(|link| {
        own.contains(&link.href.as_str()) || speaks_of_leaving(&link.href) || speaks_of_leaving(&link.text)
    });
    let in_html = in_links || tells_the_way_out(&page.text, &own);
    let in_text = tells_the_way_out(&scope.copy.text, &own);
    let missing = [(in_html, "HTML", "issue.html"), (in_text, "text", "issue.txt")];
    let missing = missing.into_iter().filter(|(shown, ..)| !shown);
    let findings = missing.map(|(_, part, template)| {
        let message = format!("the {part} part does not show how to unsubscribe");
        let finding = Finding::new(scope.template(template), message);
        finding.hinted("put `{{ links.unsubscribe }}` into the template's footer")
    });
    findings.collect()
}

/// Whether a text holds the reader's own link, or says at its end how to leave: elsewhere such words may be the news.
fn tells_the_way_out(text: &str, own: &[&str]) -> bool {
    let end = text.char_indices().rev().nth(FOOTER).map_or(0, |(at, _)| at);
    own.iter().any(|link| text.contains(link)) || speaks_of_leaving(&text[end..])
}

fn speaks_of_leaving(text: &str) -> bool {
    let lower = text.to_lowercase();
    WORDS
        .iter()
        .chain(&WORDS_UNPARTED)
        .any(|word| lower.contains(word))
}
