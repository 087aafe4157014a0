//! The template engine of stage one.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::value::Rest;
use minijinja::{AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value};

use crate::foundation::Diagnostic;

use super::carried;
use super::prepared::LATER;
use super::shown::Shown;
use super::stage::{Held, Pending, Stage};

/// Work that one rendering may do; the built-in template takes a few thousand.
const FUEL: u64 = 5_000_000;
/// So deep may templates call and include each other.
const DEEPEST: usize = 64;

/// No text for readers is near as long; what is, was made by a slip or to do harm.
const LONGEST_VALUE: usize = 16 << 20;

/// How values are written into a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Escape {
    /// Into HTML: the five characters that mean something there. `/` is none of them, so addresses of pages stay readable.
    Html,
    /// Into plain text: as they are.
    Text,
    /// Into a draft: set aside, so that Markdown takes nothing in them for its own marks.
    Draft,
}

/// An engine that knows nothing of templates yet.
pub(super) fn engine(stage: &Arc<Stage>, escape: Escape) -> Environment<'static> {
    let mut engine = bare_engine(escape);
    attend(&mut engine, stage, escape);
    engine
}

/// An engine that belongs to no rendering yet. It can read templates, and not fill them.
pub(super) fn bare_engine(escape: Escape) -> Environment<'static> {
    let mut engine = Environment::new();
    engine.set_undefined_behavior(UndefinedBehavior::Strict);
    engine.set_fuel(Some(FUEL));
    engine.set_recursion_limit(DEEPEST);
    if let Ok(syntax) = SyntaxConfig::builder().keep_trailing_newline(true).build() {
        engine.set_syntax(syntax);
    }
    // Not `None` for drafts: what a `set` block captures is finished text.
    let auto_escape = if escape == Escape::Text {
        AutoEscape::None
    } else {
        AutoEscape::Html
    };
    engine.set_auto_escape_callback(move |_| auto_escape.clone());
    engine
}

/// Makes an engine work for one rendering.
pub(super) fn attend(engine: &mut Environment<'static>, stage: &Arc<Stage>, escape: Escape) {
    let keeper = Arc::clone(stage);
    engine.set_formatter(move |out, state, value| write_value(out, state, value, escape, &keeper));
    let keeper = Arc::clone(stage);
    engine.add_function(LATER, move |number: usize, values: Rest<Value>| {
        later(&keeper, number, &values)
    });
}

fn write_value(
    out: &mut Output,
    _state: &mut State,
    value: &Value,
    escape: Escape,
    stage: &Stage,
) -> Result<(), Error> {
    let written = value.to_string();
    if written.len() > LONGEST_VALUE {
        let message = "a value is longer than 16 MiB";
        return Err(Error::new(ErrorKind::InvalidOperation, message));
    }
    let finished = value.is_safe() || value.downcast_object_ref::<Shown>().is_some();
    let text = match escape {
        _ if finished || value.is_undefined() => written,
        Escape::Text => written,
        Escape::Html => escaped(&written),
        Escape::Draft if value.is_none() => String::new(),
        Escape::Draft => stage.hold(Held::Text(written)),
    };
    out.write_str(&text).map_err(Error::from)
}

/// `text` with what HTML would take for its own marks written as references.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

fn later(stage: &Stage, number: usize, values: &[Value]) -> Result<Value, Error> {
    let unknown = || {
        Error::new(
            ErrorKind::InvalidOperation,
            format!("`{LATER}` is the program's own"),
        )
    };
    let token = match stage.expected(number).ok_or_else(unknown)? {
        Pending::Code { text, location } => stage.hold(Held::Code { text, location }),
        Pending::Tag {
            mut tag,
            carries,
            in_comment,
        } => {
            let assignments = carried::assignments(&carries, values).map_err(|why| {
                let hint = "show only plain values next to a subscriber's: text, numbers, lists";
                stage.report(Diagnostic::error("slot", tag.location.clone(), why.clone()).hinted(hint));
                Error::new(ErrorKind::InvalidOperation, why)
            })?;
            tag.before.extend(assignments);
            let token = stage.hold(Held::Tag(tag));
            if in_comment {
                format!("<!--{token}-->")
            } else {
                token
            }
        }
    };
    Ok(Value::from_safe_string(token))
}

/// An engine's error in its own words, without the place, and the innermost error behind it, which knows the place.
pub(super) fn cause(error: &Error) -> (String, &Error) {
    let mut innermost = error;
    let mut source = std::error::Error::source(error);
    while let Some(next) = source {
        if let Some(inner) = next.downcast_ref::<Error>() {
            innermost = inner;
        }
        source = next.source();
    }
    let kind = innermost.kind().to_string();
    let message = match innermost.detail() {
        _ if innermost.kind() == ErrorKind::OutOfFuel => {
            "this takes too long: is there a loop without an end?".to_owned()
        }
        Some(detail) => format!("{kind}: {detail}"),
        None => kind,
    };
    (message, innermost)
}
