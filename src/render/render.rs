//! An issue becomes an edition.

use std::sync::Arc;

use crate::edition::{Edition, LinkStyle, ListHeaders};
use crate::foundation::{Diagnostic, Source};
use crate::issue::{Issue, Part};
use crate::publication::{Config, Headers};

use super::context::{self, Context};
use super::engine::Escape;
use super::layout::laid_out;
use super::page::Page;
use super::pieces::of_text;
use super::rendered_issue::RenderedIssue;
use super::stage::Stage;
use super::templates::{HTML, TEXT, Templates};
use super::token::TokenShape;

/// Renders an issue; `source` is the draft it was read from, which findings point into. The same issue, configuration and templates give
/// the same edition, byte for byte.
///
/// # Errors
///
/// Everything that would make a copy wrong without a word, each with its line: tags that cannot wait for a subscriber, slots where no value
/// can stand, links that lead nowhere, templates that do not run.
pub fn render(
    issue: &Issue,
    source: &Arc<Source>,
    config: &Config,
    templates: &Templates,
) -> Result<Edition, Vec<Diagnostic>> {
    let stage = Arc::new(Stage::new(
        shape(issue, source, config, templates),
        templates.prepared().pending.clone(),
    ));
    let rendered = RenderedIssue::of(issue, source, &stage, context::for_drafts(issue, config))?;
    let page = Page::of(
        HTML,
        Escape::Html,
        Context::html(issue, config, &rendered),
        templates,
        &stage,
    )?;
    let html = laid_out(&page.text, &page.tally, &stage, &page.template)?;
    let page = Page::of(
        TEXT,
        Escape::Text,
        Context::text(issue, config, &rendered),
        templates,
        &stage,
    )?;
    let faults = page
        .tally
        .faults(stage.shape().find(&page.text).iter(), &stage, &page.template);
    if !faults.is_empty() {
        return Err(faults);
    }
    Ok(Edition {
        publication: config.id.clone(),
        publication_title: config.title.clone(),
        issue: issue.id.clone(),
        language: issue.language.clone(),
        from_name: config.from.name.clone(),
        from_email: config.from.email.written().to_owned(),
        reply_to: config
            .reply_to
            .as_ref()
            .map(|address| address.written().to_owned()),
        envelope_sender: config.envelope_sender().written().to_owned(),
        // A relay may take mail from the From address alone: only an address that is there for bounces is given tags.
        bounce_delimiter: config.bounce.as_ref().and_then(|_| config.verp.delimiter()),
        subject: of_text(&rendered.subject, &stage)?,
        html,
        text: of_text(&format!("{}\n", page.text.trim_end()), &stage)?,
        unsubscribe: LinkStyle {
            url: config.unsubscribe.url.clone(),
            mailto: config
                .unsubscribe
                .mailto
                .as_ref()
                .map(|address| address.written().to_owned()),
            one_click: config.unsubscribe.one_click,
        },
        headers: list_headers(&config.headers),
    })
}

fn list_headers(headers: &Headers) -> ListHeaders {
    ListHeaders {
        help: headers.help.clone(),
        owner: headers.owner.as_ref().map(|owner| owner.written().to_owned()),
        archive: headers.archive.clone(),
        feedback_id: headers.feedback_id.clone(),
    }
}

/// Tokens unlike anything in the texts that are rendered.
fn shape(issue: &Issue, source: &Source, config: &Config, templates: &Templates) -> TokenShape {
    let bullets = issue
        .sections
        .iter()
        .flat_map(|section| section.bullets.iter().chain([&section.body]));
    let parts = [&issue.title, &issue.lead]
        .into_iter()
        .chain(&issue.subject)
        .chain(&issue.preheader)
        .chain(bullets);
    let markdown = parts.map(|part: &Part| part.markdown.as_str());
    let texts = markdown
        .chain([source.text(), config.source.text()])
        .chain(templates.texts());
    TokenShape::unlike(texts)
}
