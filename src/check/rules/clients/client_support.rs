//! # What it checks
//!
//! Everything that the HTML part uses is shown by the mail programs of the readers. Content that no program of a family shows is an error, content
//! or layout that some do not show is a warning, and what only looks plainer is information. Nothing is said of extras that are meant for some
//! programs: what stands in `@media`, values with a plainer one before them, elements with something else in them.
//!
//! The readers' programs are named in digest.yaml; where it says nothing, they are these four:
//!
//! ```yaml
//! check:
//!   audience: [gmail, outlook, apple-mail, yahoo]
//! ```
//!
//! There are also `aol`, `fastmail`, `gmx`, `hey`, `ionos-1and1`, `laposte`, `mail-ru`, `orange`, `protonmail`, `samsung-email`, `sfr`, `thunderbird`
//! and `web-de`; `all` stands for every one.
//!
//! # Why it matters
//!
//! Mail programs are not browsers. Outlook on Windows lays HTML out as Word does, Gmail takes away what it does not know: an issue that looks well
//! on one's own screen can lack its film, its columns or its pictures on others. What is shown where is taken from the tests of
//! [Can I email](https://www.caniemail.com) (MIT licence), of which the program has a copy.
//!
//! # Example
//!
//! ```html
//! <video src="https://example.org/port.mp4"></video>
//! ```
//!
//! # Instead
//!
//! ```html
//! <a href="https://example.org/port"><img src="https://example.org/port.jpg" alt="The port, seen from a ship (film)"></a>
//! ```

use crate::check::client_support::{Audience, Support, Unsupported, unsupported};
use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "client-support",
    severity: Severity::Warning,
    family: Family::Clients,
    source: include_str!("client_support.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let audience = Audience::in_settings(&scope.written.config.check);
    let found = unsupported(&scope.copy.html, &audience);
    found.iter().map(|feature| told(scope, feature)).collect()
}

fn told(scope: &MessageScope<'_>, feature: &Unsupported) -> Finding {
    let first = &feature.uses[0];
    let partly = feature.families.iter().all(|gap| gap.level == Support::Partial);
    let shown = first.snippet.starts_with('<') || feature.slug.starts_with("image-");
    let does = match (partly, shown) {
        (true, _) => "works only in part in",
        (false, true) => "is not shown by",
        (false, false) => "does nothing in",
    };
    let families: Vec<String> = feature.families.iter().map(ToString::to_string).collect();
    let message = format!("`{}` {does} {}", first.snippet, listed(&families));
    let finding = scope
        .finding(written(scope, feature), message)
        .at(feature.severity());
    let note = feature.families.iter().find_map(|gap| gap.note);
    match note.filter(|_| partly) {
        Some(note) => finding.hinted(format!("Can I email notes: {note}")),
        None => finding.hinted_if(feature.hint),
    }
}

/// What the draft or the template says that became the first use that can be found there; nothing where none can.
fn written<'a>(scope: &'a MessageScope<'_>, feature: &'a Unsupported) -> &'a str {
    let sources = [
        Some(&scope.written.draft.source),
        scope.templates.source("issue.html"),
    ];
    let is_written = |said: &&str| {
        sources
            .iter()
            .flatten()
            .any(|source| source.text().contains(said))
    };
    let whole = feature.uses.iter().map(|used| used.span.of(&scope.copy.html));
    // Of a tag that was given more attributes since, the beginning.
    let begun = feature.uses.iter().map(|used| used.snippet.trim_end_matches('>'));
    whole.chain(begun).find(is_written).unwrap_or_default()
}

/// As in a sentence: `one, two and three`.
fn listed(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}
