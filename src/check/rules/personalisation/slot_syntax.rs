//! # What it checks
//!
//! Every tag of the template language, `{{ … }}` and `{% … %}`, can be read, and what a tag opens another one ends.
//!
//! # Why it matters
//!
//! A tag that cannot be read cannot be filled: no copy of the issue could be made.
//!
//! # Example
//!
//! ```markdown
//! Dear {{ subscriber.name | default("reader" }}, …
//! ```
//!
//! # Instead
//!
//! ```markdown
//! Dear {{ subscriber.name | default("reader") }}, …
//! ```
//!
//! Braces that are to be read as braces go into code: `` `{{ like this }}` ``.

use minijinja::Environment;

use crate::check::{Check, DraftScope, Family, Finding, Rule, Written};
use crate::foundation::{Severity, Span};
use crate::issue::{Tag, TagKind, excessive_tag};

pub(in crate::check) const RULE: Rule = Rule {
    name: "slot-syntax",
    severity: Severity::Error,
    family: Family::Personalisation,
    source: include_str!("slot_syntax.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    // Nothing is run here, and whether filters exist is another rule's matter.
    let engine = Environment::empty();
    let parts = scope.parts();
    parts
        .iter()
        .flat_map(|part| in_part(scope, part, &engine))
        .collect()
}

fn in_part(scope: &DraftScope<'_>, part: &Written<'_>, engine: &Environment<'_>) -> Vec<Finding> {
    let tags = part.tags();
    if let Some((tag, message)) = excessive_tag(part.text, tags) {
        let place = scope.first_line(part.place(tag.span));
        return vec![scope.finding(place, message)];
    }
    let findings: Vec<Finding> = tags
        .iter()
        .filter_map(|tag| broken(scope, part, *tag, engine))
        .collect();
    // How tags belong together can be seen only once each can be read.
    let has_statement = || tags.iter().any(|tag| tag.kind == TagKind::Statement);
    if findings.is_empty() && has_statement() {
        return unpaired(scope, part, tags, engine).into_iter().collect();
    }
    findings
}

/// A tag that is not closed, or an expression that cannot be read.
fn broken(scope: &DraftScope<'_>, part: &Written<'_>, tag: Tag, engine: &Environment<'_>) -> Option<Finding> {
    let place = scope.first_line(part.place(tag.span));
    if !tag.closed {
        let (opener, closer) = match tag.kind {
            TagKind::Expression => ("{{", "}}"),
            TagKind::Statement if tag.inner(part.text) == "raw" => ("{% raw %}", "{% endraw %}"),
            TagKind::Statement => ("{%", "%}"),
            TagKind::Comment => ("{#", "#}"),
        };
        let message = format!("`{opener}` begins here, and no `{closer}` ends it");
        let hint = format!(
            "end it with `{closer}`; braces that are meant as braces go into code, between backticks"
        );
        return Some(scope.finding(place, message).hinted(hint));
    }
    if tag.kind != TagKind::Expression {
        return None;
    }
    let error = engine.compile_expression(tag.inner(part.text)).err()?;
    let message = format!("this tag cannot be read: {}", reason(&error));
    let hint = "write it as in `{{ subscriber.name | default(\"reader\") }}`";
    Some(scope.finding(place, message).hinted(hint))
}

/// The first statement that cannot be read, or that is not ended.
fn unpaired(
    scope: &DraftScope<'_>,
    part: &Written<'_>,
    tags: &[Tag],
    engine: &Environment<'_>,
) -> Option<Finding> {
    let text = part.shown.as_str();
    // What stands between the tags makes no difference, and reading it takes long.
    let alone: String = tags.iter().map(|tag| tag.span.of(text)).collect();
    if engine.template_from_str(&alone).is_ok() {
        return None;
    }
    let error = engine.template_from_str(text).err()?;
    let at = error.range().map_or(text.len(), |range| range.start);
    // What is never ended is found at the end of the text: the last statement is as near as can be.
    let statements = || tags.iter().filter(|tag| tag.kind == TagKind::Statement);
    let tag = statements().find(|tag| tag.span.start <= at && at < tag.span.end);
    let tag = tag.or_else(|| statements().rfind(|tag| tag.span.start <= at));
    let span = tag.map_or(Span::at(at.min(text.len())), |tag| tag.span);
    let message = format!("this tag cannot be read: {}", reason(&error));
    let hint = "what `{% if … %}` or `{% for … %}` opens, `{% endif %}` or `{% endfor %}` ends";
    Some(
        scope
            .finding(scope.first_line(part.place(span)), message)
            .hinted(hint),
    )
}

fn reason(error: &minijinja::Error) -> String {
    error
        .detail()
        .map_or_else(|| error.kind().to_string(), str::to_owned)
}
