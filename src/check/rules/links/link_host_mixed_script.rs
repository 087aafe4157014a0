//! # What it checks
//!
//! In the host of a link no label mixes letters of several scripts, and none is written in letters that all look Latin and are not. Japanese, Chinese and
//! Korean, which are written with Latin letters among their own, may (Unicode Technical Standard 39, section 5.2, "highly restrictive").
//!
//! # Why it matters
//!
//! A Cyrillic `а` looks like a Latin `a`: that is how links are made that lead to somebody else's copy of a bank. Browsers show such hosts as `xn--…`, and
//! mailbox providers refuse them.
//!
//! # Example
//!
//! ```markdown
//! [Our bank](https://exаmple.org/) (with a Cyrillic `а`)
//! ```
//!
//! # Instead
//!
//! ```markdown
//! [Our bank](https://example.org/)
//! ```

use crate::check::addresses::placed_or_all;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::{Severity, listed};

use unicode_script::{Script, UnicodeScript};

/// Letters of other scripts that look like Latin ones (from the table of confusable characters of UTS 39).
const LIKE_LATIN: &str = "аеорсухѕіјһԁԛԝӏгѵοανιρυκϲց";
/// Letters that look so in a word of the others, and alone are what they are.
const LONE: usize = 1;
/// Scripts that are written together.
const TOGETHER: [&[Script]; 3] = [
    &[Script::Latin, Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Latin, Script::Han, Script::Bopomofo],
    &[Script::Latin, Script::Han, Script::Hangul],
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-host-mixed-script",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_host_mixed_script.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.web_links();
    let foreign = links.filter(|(_, address)| {
        let host = address.host.of(address.url);
        !host.is_ascii() || host.contains("xn--")
    });
    foreign
        .filter_map(|(link, address)| {
            let (host, _) = idna::domain_to_unicode(address.host.of(address.url));
            let fault = host.split('.').find_map(|label| fault_of(label, &host))?;
            let finding = scope.finding(placed_or_all(link, address.host, scope.text()), fault);
            Some(finding.hinted("type the host anew, on a keyboard of its own language"))
        })
        .collect()
}

fn fault_of(label: &str, host: &str) -> Option<String> {
    let mut scripts = Vec::new();
    for script in label.chars().map(|c| c.script()) {
        let is_any = matches!(script, Script::Common | Script::Inherited);
        if !is_any && !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    if scripts.len() > 1 {
        let fits = TOGETHER
            .iter()
            .any(|set| scripts.iter().all(|script| set.contains(script)));
        let names: Vec<&str> = scripts.iter().map(|script| script.full_name()).collect();
        return (!fits).then(|| format!("`{label}` in the host mixes {} letters", listed(&names)));
    }
    // Under an ending of its own script nobody takes it for Latin.
    let is_ours = host.rsplit('.').next().is_some_and(str::is_ascii);
    let letters: Vec<char> = label.chars().filter(|c| c.is_alphabetic()).collect();
    let looks_latin = letters.len() > LONE && letters.iter().all(|c| LIKE_LATIN.contains(*c));
    let script = scripts.first()?.full_name();
    (is_ours && looks_latin)
        .then(|| format!("`{label}` in the host is written in {script} letters that look Latin"))
}
