//! A template, filled with an issue.

use std::sync::Arc;

use minijinja::{Environment, Error, Value};
use unicode_width::UnicodeWidthStr;

use crate::edition::wrapped;
use crate::foundation::{Diagnostic, Location, Source, Span};

use super::context::Context;
use super::engine::{Escape, attend, cause};
use super::markdown_text::WIDTH;
use super::stage::Stage;
use super::tally::Tally;
use super::template_loader::loader;
use super::templates::Templates;

/// No issue is near as large: a loop that does not end, or text made to do harm.
const LARGEST: usize = 16 << 20;

/// What stage one made of a template.
#[derive(Debug)]
pub(super) struct Page {
    /// The text, with tokens.
    pub text: String,
    /// Which tokens it should hold.
    pub tally: Tally,
    /// The template, for what is wrong with all of it.
    pub template: Location,
}

impl Page {
    /// Fills the template `name`.
    pub(super) fn of(
        name: &str,
        escape: Escape,
        context: Context,
        templates: &Templates,
        stage: &Arc<Stage>,
    ) -> Result<Self, Vec<Diagnostic>> {
        let engine = template_engine(escape, templates, stage);
        let first = stage.len();
        let rendered = engine
            .get_template(name)
            .and_then(|template| template.render(context.value));
        let template = Location::new(&source_of(templates, Some(name)), Span::at(0));
        match rendered {
            Ok(text) if text.trim().is_empty() => {
                let message = "the template makes an empty page";
                let finding = Diagnostic::error("template", template, message);
                Err(vec![finding.hinted(
                    "without a file of that name the built-in template is used",
                )])
            }
            Ok(text) if text.len() > LARGEST => {
                let message = "the template makes a page of more than 16 MiB";
                Err(vec![Diagnostic::error("template", template, message)])
            }
            Ok(text) => Ok(Self {
                text,
                tally: Tally::of(first..stage.len(), &context.pieces, stage),
                template,
            }),
            Err(error) => Err(told(&error, templates, stage)),
        }
    }
}

fn template_engine(escape: Escape, templates: &Templates, stage: &Arc<Stage>) -> Environment<'static> {
    let mut engine = templates.prepared().engine(escape);
    attend(&mut engine, stage, escape);
    engine.set_loader(loader(templates.files(), escape, stage));
    let keeper = Arc::clone(stage);
    engine.add_filter("underlined", move |text: Value, mark: String| {
        underlined(&text, &mark, &keeper)
    });
    engine.add_filter("wrapped", |text: Value| {
        let text = text.to_string();
        let lines: Vec<String> = text.lines().map(|line| wrapped(line, "", "", WIDTH)).collect();
        Value::from_safe_string(lines.join("\n"))
    });
    engine
}

/// A heading of the text part: its words, and below them a line of `mark`s as long as the longest line.
fn underlined(text: &Value, mark: &str, stage: &Stage) -> Value {
    let words = text.to_string();
    let shape = stage.shape();
    let heading = if shape.is_in(&words) {
        words
    } else {
        wrapped(&words, "", "", WIDTH)
    };
    let longest = heading
        .lines()
        .map(|line| shape.strip(line).width())
        .max()
        .unwrap_or(0);
    Value::from_safe_string(format!("{heading}\n{}", mark.repeat(longest.clamp(4, WIDTH))))
}

fn told(error: &Error, templates: &Templates, stage: &Stage) -> Vec<Diagnostic> {
    let findings = stage.take_findings();
    if !findings.is_empty() {
        return findings;
    }
    let (message, error) = cause(error);
    let source = source_of(templates, error.name());
    let span = error
        .line()
        .and_then(|line| source.line(line))
        .unwrap_or_default();
    vec![Diagnostic::error(
        "template",
        Location::new(&source, span),
        message,
    )]
}

fn source_of(templates: &Templates, name: Option<&str>) -> Arc<Source> {
    let known = name.and_then(|name| templates.source(name));
    known.map_or_else(
        || Arc::new(Source::new(name.unwrap_or("template"), "")),
        Arc::clone,
    )
}
