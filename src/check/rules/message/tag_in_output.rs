//! # What it checks
//!
//! In a finished copy no tag of a template language is left to be read: `{{ … }}`, `{% … %}`, and those of other programs, `*|FNAME|*` and `%%name%%`. Code
//! does not count, nor what a draft puts between `{% raw %}` and `{% endraw %}`, nor what a subscriber is called.
//!
//! # Why it matters
//!
//! "Dear *|FNAME|*" tells a reader that nobody is there.
//!
//! # Example
//!
//! ```markdown
//! Dear *|FNAME|*, four ports on the Caspian were widened last year.
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.name | default("reader") }}, four ports on the Caspian were widened last year.
//! ```

use memchr::memmem::Finder;

use crate::check::{Check, Family, Finding, MessageScope, Rule};
use crate::foundation::{Severity, Span};

/// How tags begin and end. Of `*|FNAME|*` Markdown takes the stars for emphasis.
const TAGS: [(&str, &str); 4] = [("{{", "}}"), ("{%", "%}"), ("|", "|"), ("%%", "%%")];
/// No tag is longer.
const LONGEST: usize = 80;

pub(in crate::check) const RULE: Rule = Rule {
    name: "tag-in-output",
    severity: Severity::Error,
    family: Family::Message,
    source: include_str!("tag_in_output.rs"),
    limits: &[],
    check: Check::Message(check),
};

fn check(scope: &MessageScope<'_>) -> Vec<Finding> {
    let page = scope.page();
    let mut said = tags(&scope.copy.subject);
    said.extend(tags(&page.prose));
    if said.is_empty() || scope.written.text().contains("endraw") {
        return Vec::new();
    }
    said.sort_unstable();
    said.dedup();
    let draft = scope.written.text();
    // What a draft says otherwise than with these marks, as `&#123;&#123; name }}`, it means to be read, and so what it has in code: headings lose
    // that on their way.
    let is_meant = |said: &&str| {
        let in_other_words = !draft.contains(*said) && draft.contains(inside(said));
        in_other_words || draft.contains(&format!("`{said}"))
    };
    // What a subscriber's own values hold was typed by them, and must stop nobody's mail.
    let readers = scope.written.readers().map(|readers| &readers.longest);
    let is_theirs = |said: &str| {
        readers.is_some_and(|reader| {
            reader.name.contains(said) || reader.fields.values().any(|value| value.contains(said))
        })
    };
    let left = said
        .into_iter()
        .filter(|said| !is_meant(said) && !is_theirs(said));
    let findings = left.map(|said| {
        let finding = scope.finding(said, format!("readers see `{said}`: it is filled in by no one"));
        finding
            .hinted("write a slot, as `{{ subscriber.name }}`, or put it into code if it is meant to be read")
    });
    findings.collect()
}

/// A tag without its marks.
fn inside(tag: &str) -> &str {
    tag.trim_matches(['{', '}', '%', '*', '|', ' '])
}

fn tags(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (open, close) in TAGS {
        let opens = Finder::new(open);
        let mut at = 0;
        while let Some(start) = opens.find(&text.as_bytes()[at..]).map(|start| at + start) {
            let inner = start + open.len();
            let end = end_of_tag(text, inner, close);
            let Some(end) = end.filter(|end| is_tag(open, &text[inner..*end])) else {
                at = inner;
                continue;
            };
            at = end + close.len();
            found.push(Span::new(start, at).of(text));
        }
    }
    found
}

/// Where a tag's end mark stands, if it is near.
fn end_of_tag(text: &str, inner: usize, close: &str) -> Option<usize> {
    let mut bound = text.len().min(inner + LONGEST + close.len());
    while !text.is_char_boundary(bound) {
        bound -= 1;
    }
    text[inner..bound].find(close).map(|end| inner + end)
}

/// Whether what stands between the marks is a tag's inside.
fn is_tag(open: &str, inner: &str) -> bool {
    let is_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-' | ' ');
    let is_constant = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '_' | ':');
    match open {
        "|" => inner.len() > 1 && inner.starts_with(char::is_alphabetic) && inner.chars().all(is_constant),
        "%%" => inner.starts_with(char::is_alphabetic) && inner.chars().all(is_name),
        _ => inner.contains(char::is_alphanumeric),
    }
}
