//! # What it checks
//!
//! No link has a user's name, or a name and a password, before its host: `https://user:secret@example.org`.
//!
//! # Why it matters
//!
//! A password in a newsletter is a password for everyone. Without one, what stands before the `@` looks like the host and is not: an old trick of
//! phishing mails, which is why browsers drop it or warn of it (RFC 3986 section 7.6).
//!
//! # Example
//!
//! ```markdown
//! The [press area](https://press:caspian@example.org/press) is open.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! The [press area](https://example.org/press) is open; ask us for the password.
//! ```

use crate::check::addresses::placed_or_all;
use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

pub(in crate::check) const RULE: Rule = Rule {
    name: "link-userinfo",
    severity: Severity::Error,
    family: Family::Links,
    source: include_str!("link_userinfo.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let links = scope.web_links();
    let named = links.filter_map(|(link, address)| Some((link, address, address.user?)));
    named
        .map(|(link, address, user)| {
            let host = address.name();
            let message = if user.of(address.url).contains(':') {
                format!("the link to `{host}` gives a name and a password away")
            } else {
                format!("something stands before the host `{host}`, as in links that deceive")
            };
            let finding = scope.finding(placed_or_all(link, user, scope.text()), message);
            finding.hinted("take out everything between `//` and `@`, and the `@`")
        })
        .collect()
}
