//! # What it checks
//!
//! No more than half of the letters that are seen in the HTML part are capitals. Scripts without capitals do not count, nor does a mail of fewer than 200
//! letters.
//!
//! # Why it matters
//!
//! Capitals are slower to read and sound like shouting. SpamAssassin counts a body of which more than half are capitals with up to 1.5 of
//! its 5 points (`UPPERCASE_50_75`, `UPPERCASE_75_100`).
//!
//! # Example
//!
//! ```markdown
//! FOUR PORTS ON THE CASPIAN WERE WIDENED LAST YEAR, AND SHIPS STILL WAIT FOR DAYS.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Four ports on the Caspian were widened last year, and ships still wait for days.
//! ```

use crate::check::{Check, Family, Finding, Limit, MessageScope, Rule};
use crate::foundation::Severity;

const PERCENT: Limit = Limit {
    rule: "uppercase-body",
    key: "percent",
    usual: 50,
    says: "the most capitals among the letters, in per cent",
};
/// Fewer letters say nothing.
const FEW: usize = 200;

pub(in crate::check) const RULE: Rule = Rule {
    name: "uppercase-body",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("uppercase_body.rs"),
    limits: &[PERCENT],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let (mut capitals, mut small) = (0, 0);
    let prose = &scope.page().prose;
    for byte in prose.bytes() {
        capitals += usize::from(byte.is_ascii_uppercase());
        small += usize::from(byte.is_ascii_lowercase());
    }
    let most = scope.written.limit(PERCENT);
    // Even if every other byte were a capital, they would be too few.
    let others = prose.len() - prose.bytes().filter(u8::is_ascii).count();
    if (capitals + others) * 100 <= (capitals + small) * most {
        return Vec::new();
    }
    for c in prose.chars().filter(|c| !c.is_ascii()) {
        capitals += usize::from(c.is_uppercase());
        small += usize::from(c.is_lowercase());
    }
    let letters = capitals + small;
    if letters < FEW || capitals * 100 <= letters * most {
        return Vec::new();
    }
    let percent = capitals * 100 / letters;
    let written = scope.written;
    let finding = written.finding(written.head(), format!("{percent} % of the letters are capitals"));
    vec![finding.hinted("write as sentences are written, and stress with `**…**` what needs it")]
}
