//! What templates see.

use std::sync::Arc;

use minijinja::{Value, context};

use crate::foundation::{Address, listed};
use crate::issue::Issue;
use crate::publication::Config;

use super::direction::direction;
use super::engine::escaped;
use super::passage::Passage;
use super::rendered_issue::RenderedIssue;
use super::shown::Shown;

/// What tags in a draft see besides a subscriber's values: `issue` and `publication`.
pub(super) fn for_drafts(issue: &Issue, config: &Config) -> Value {
    context! { issue => about_issue(issue), publication => about_publication(config) }
}

/// The names of a template, and the finished pieces among them.
pub(super) struct Context {
    /// The names.
    pub value: Value,
    /// Every finished piece.
    pub pieces: Vec<Arc<Shown>>,
}

impl Context {
    /// What `issue.html` sees.
    pub(super) fn html(issue: &Issue, config: &Config, rendered: &RenderedIssue) -> Self {
        let mut pieces = Vec::new();
        let mut show = |text: String| piece(text, &mut pieces);
        let passage = |passage: &Passage| passage.html.clone();
        let value = context! {
            title => show(rendered.title.html.clone()),
            title_text => show(escaped(&rendered.title.text)),
            preheader => show(escaped(&rendered.preheader)),
            lead => show(rendered.lead.html.clone()),
            sections => sections(rendered, &mut show, passage, escaped),
            ..common(issue, config)
        };
        Self { value, pieces }
    }

    /// What `issue.txt` sees.
    pub(super) fn text(issue: &Issue, config: &Config, rendered: &RenderedIssue) -> Self {
        let mut pieces = Vec::new();
        let mut show = |text: String| piece(text, &mut pieces);
        let passage = |passage: &Passage| passage.text.clone();
        let value = context! {
            title => show(rendered.title.text.clone()),
            title_text => show(rendered.title.text.clone()),
            preheader => show(rendered.preheader.clone()),
            lead => show(rendered.lead.text.clone()),
            sections => sections(rendered, &mut show, passage, str::to_owned),
            footnotes => show(rendered.footnotes.written()),
            ..common(issue, config)
        };
        Self { value, pieces }
    }
}

fn piece(text: String, pieces: &mut Vec<Arc<Shown>>) -> Value {
    let shown = Shown::new(text);
    pieces.push(Arc::clone(&shown));
    Value::from_dyn_object(shown)
}

fn sections(
    rendered: &RenderedIssue,
    show: &mut impl FnMut(String) -> Value,
    passage: impl Fn(&Passage) -> String,
    line: impl Fn(&str) -> String,
) -> Vec<Value> {
    let mut sections = Vec::with_capacity(rendered.sections.len());
    for section in &rendered.sections {
        let bullets: Vec<Value> = section
            .bullets
            .iter()
            .map(|bullet| show(passage(bullet)))
            .collect();
        sections.push(context! {
            id => &section.id,
            heading => show(line(&section.heading)),
            bullets => bullets,
            body => show(passage(&section.body)),
        });
    }
    sections
}

fn common(issue: &Issue, config: &Config) -> Value {
    let authors: Vec<Value> = issue
        .authors
        .iter()
        .map(|author| context! { name => &author.name, affiliation => &author.affiliation })
        .collect();
    let names: Vec<&str> = issue.authors.iter().map(|author| author.name.as_str()).collect();
    context! {
        issue => about_issue(issue),
        publication => about_publication(config),
        authors => authors,
        byline => listed(&names),
        language => &issue.language,
        direction => direction(&issue.language),
    }
}

fn about_issue(issue: &Issue) -> Value {
    let is_english = issue
        .language
        .split(['-', '_'])
        .next()
        .is_some_and(|primary| primary.eq_ignore_ascii_case("en"));
    let written_out = |date: jiff::civil::Date| {
        // Months have English names here; other languages get the one form that all of them read.
        if is_english {
            date.strftime("%-d %B %Y").to_string()
        } else {
            date.to_string()
        }
    };
    context! {
        id => &issue.id,
        number => issue.number,
        date => issue.date.map(|date| date.to_string()),
        date_written => issue.date.map(written_out),
        year => issue.date.map(jiff::civil::Date::year),
        month => issue.date.map(jiff::civil::Date::month),
        day => issue.date.map(jiff::civil::Date::day),
        language => &issue.language,
        lists => &issue.lists,
    }
}

fn about_publication(config: &Config) -> Value {
    let lists: Vec<Value> = config
        .lists
        .iter()
        .map(|list| context! { name => &list.name, title => &list.title })
        .collect();
    context! {
        id => &config.id,
        title => &config.title,
        language => &config.language,
        homepage => &config.homepage,
        postal_address => &config.postal_address,
        from => context! { name => &config.from.name, email => config.from.email.written() },
        reply_to => config.reply_to.as_ref().map(Address::written),
        lists => lists,
        can_unsubscribe => config.unsubscribe.url.is_some() || config.unsubscribe.mailto.is_some(),
    }
}
