//! The text of a new draft.

use std::sync::Arc;

use minijinja::syntax::SyntaxConfig;
use minijinja::{Environment, Value, context};

use crate::foundation::{Failure, Source};
use crate::issue::Draft;
use crate::publication::Publication;

use super::body::Body;
use super::wanted::{lead_wanted, section_wanted};
use super::yaml_text::{yaml_author, yaml_text};
use super::{Answers, Credit};

const BUILT_IN: &str = include_str!("../../../templates/draft.md");
const TEMPLATE: &str = "templates/draft.md";

/// The draft called `id` that the answers make, by the publication's own template or the built-in one.
pub(super) fn draft_text(answers: &Answers, id: &str, publication: &Publication) -> Result<String, Failure> {
    let structure = &publication.config.structure;
    let body = answers
        .body
        .as_ref()
        .map(|body| Body::of(&Source::new("ANSWERS.yaml", body.as_str())))
        .transpose()?;
    let given = body.unwrap_or_default();
    let title = answers.title.clone().or(given.title).unwrap_or_default();
    let lead = if given.lead.is_empty() {
        answers.lead.clone().unwrap_or_default()
    } else {
        given.lead
    };
    let sections: Vec<Value> = if given.sections.is_empty() {
        sections(answers, publication)
    } else {
        let section = |(heading, body)| context! { heading, body, wanted => "nothing is written here yet" };
        given.sections.into_iter().map(section).collect()
    };
    let (template, is_own) = template(publication)?;
    let text = rendered(
        &template,
        context! {
            front => front(answers, id),
            title,
            lead,
            lead_wanted => lead_wanted(&structure.lead),
            sections,
        },
    )?;
    if is_own {
        check_id(&text, id)?;
    }
    Ok(text)
}

/// The front matter's values, as YAML.
fn front(answers: &Answers, id: &str) -> Value {
    let lists: Vec<String> = answers
        .lists
        .iter()
        .flatten()
        .map(|list| yaml_text(list))
        .collect();
    context! {
        // Begins with a date and goes on with a dash and a letter: plain text to YAML.
        id,
        issue => answers.number,
        date => answers.date.map(|date| date.to_string()),
        author => author(answers.authors.as_deref().unwrap_or_default()),
        lists => format!("[{}]", lists.join(", ")),
        subject => answers.subject.as_deref().map(yaml_text),
    }
}

fn author(credits: &[Credit]) -> Option<String> {
    let written = |credit: &Credit| match credit {
        Credit::Key(key) => yaml_text(key),
        Credit::Written(author) => yaml_author(author),
    };
    match credits {
        [] => None,
        [one] => Some(written(one)),
        several => Some(format!(
            "[{}]",
            several.iter().map(written).collect::<Vec<_>>().join(", ")
        )),
    }
}

/// The sections of the house style, with the bullets that were given.
fn sections(answers: &Answers, publication: &Publication) -> Vec<Value> {
    let body = |id: &str| {
        let said = answers.sections.iter().find(|section| section.id == id);
        let bullets = said.map(|section| section.bullets.as_slice()).unwrap_or_default();
        bullets
            .iter()
            .map(|bullet| format!("- {bullet}"))
            .collect::<Vec<_>>()
            .join("\n")
    };
    let styles = publication.config.structure.sections.iter();
    styles
        .map(|style| {
            context! { heading => style.heading.as_str(), body => body(&style.id), wanted => section_wanted(style) }
        })
        .collect()
}

/// The template's text, and whether it is the publication's own.
fn template(publication: &Publication) -> Result<(String, bool), Failure> {
    let path = publication.templates_folder().join("draft.md");
    if !path.is_file() {
        return Ok((BUILT_IN.to_owned(), false));
    }
    let bytes = std::fs::read(&path)
        .map_err(|error| Failure::new(format!("`{TEMPLATE}` cannot be read: {error}")))?;
    let source =
        Source::decode(TEMPLATE, bytes).map_err(|error| Failure::new(format!("`{TEMPLATE}`: {error}")))?;
    Ok((source.text().to_owned(), true))
}

fn rendered(template: &str, values: Value) -> Result<String, Failure> {
    let mut environment = Environment::new();
    let syntax = SyntaxConfig::builder()
        .trim_blocks(true)
        .lstrip_blocks(true)
        .keep_trailing_newline(true)
        .build();
    let syntax = syntax.map_err(|error| broken(&error))?;
    environment.set_syntax(syntax);
    // A draft is Markdown: nothing is escaped, whatever the template is called.
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    // A template that never ends is a mistake, and should say so.
    environment.set_fuel(Some(1_000_000));
    let rendered = environment.render_str(template, values);
    rendered.map_err(|error| broken(&error))
}

fn broken(error: &minijinja::Error) -> Failure {
    let line = error
        .line()
        .map(|line| format!(" line {line}"))
        .unwrap_or_default();
    let detail = error
        .detail()
        .map(|detail| format!(": {detail}"))
        .unwrap_or_default();
    Failure::new(format!("`{TEMPLATE}`{line}: {}{detail}", error.kind()))
        .hinted("mend the template, or move it away: then the built-in one is used")
}

/// A template of the publication's own may leave out what makes the text a draft.
fn check_id(text: &str, id: &str) -> Result<(), Failure> {
    let draft = Draft::parse(Arc::new(Source::new(TEMPLATE, text)));
    if draft.front.id.is_some_and(|found| found.value == id) {
        return Ok(());
    }
    Err(
        Failure::new(format!("`{TEMPLATE}` makes a draft that does not say `id: {id}`")).hinted(
            "begin it with `---`, `id: {{ front.id }}` and the other keys of the front matter, and `---`",
        ),
    )
}
