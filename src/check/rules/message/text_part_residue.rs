//! # What it checks
//!
//! The text part holds no HTML tag (`<p>`, `</td>`), no entity (`&nbsp;`) and no picture in Markdown (`![…](…)`). What the HTML part shows letter by
//! letter too is meant, as in an issue about HTML.
//!
//! # Why it matters
//!
//! Who reads the text part sees the signs instead of what they stand for, and takes the mail for broken.
//!
//! # Example
//!
//! A template `issue.txt` of one's own:
//!
//! ```text
//! <b>{{ title }}</b>
//! ```
//!
//! # Instead
//!
//! ```text
//! {{ title | underlined("=") }}
//! ```

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::{Severity, Span};

/// Elements that templates are made of.
const ELEMENTS: [&str; 32] = [
    "a",
    "b",
    "blockquote",
    "body",
    "br",
    "code",
    "div",
    "em",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "head",
    "hr",
    "html",
    "i",
    "img",
    "li",
    "ol",
    "p",
    "pre",
    "small",
    "span",
    "strong",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "u",
    "ul",
];
/// Entities that come out of editors and filters.
const ENTITIES: [&str; 21] = [
    "nbsp", "amp", "lt", "gt", "quot", "apos", "#39", "#x27", "#34", "#160", "ndash", "mdash", "hellip",
    "lsquo", "rsquo", "ldquo", "rdquo", "bull", "copy", "shy", "zwnj",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "text-part-residue",
    severity: Severity::Warning,
    family: Family::Message,
    source: include_str!("text_part_residue.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let text = scope.copy.text.as_str();
    let seen = &scope.page().text;
    let marks = memchr::memchr3_iter(b'<', b'&', b'!', text.as_bytes());
    let found = marks.filter_map(|at| residue(&text[at..]));
    let mut foreign = found.filter(|said| !seen.contains(said));
    let finding = foreign.next().map(|said| {
        let message = format!("the text part holds `{said}`, as it stands");
        Finding::new(scope.text_origin(said), message).hinted("write what readers of plain text should see")
    });
    finding.into_iter().collect()
}

/// The tag, entity or picture that a text begins with.
fn residue(text: &str) -> Option<&str> {
    let line = text.lines().next()?;
    let end = match text.as_bytes()[0] {
        b'<' => tag_end(line)?,
        b'&' => entity_end(line)?,
        _ => picture_end(line)?,
    };
    Some(Span::new(0, end).of(line))
}

fn tag_end(line: &str) -> Option<usize> {
    let inner = line[1..].strip_prefix('/').unwrap_or(&line[1..]);
    let name_end = inner.find(|c: char| !c.is_ascii_alphanumeric())?;
    let (name, rest) = inner.split_at(name_end);
    let is_tag = rest.trim_start().starts_with(['>', '/']) || (rest.starts_with(' ') && rest.contains('='));
    let known = ELEMENTS.iter().any(|element| name.eq_ignore_ascii_case(element));
    (is_tag && known).then(|| line.find('>').map(|end| end + 1))?
}

fn entity_end(line: &str) -> Option<usize> {
    let (name, _) = line[1..].split_once(';')?;
    ENTITIES.contains(&name).then_some(name.len() + 2)
}

fn picture_end(line: &str) -> Option<usize> {
    let middle = line.starts_with("![").then(|| line.find("]("))??;
    line[middle..].find(')').map(|end| middle + end + 1)
}
