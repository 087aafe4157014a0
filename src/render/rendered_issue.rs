//! An issue whose parts are rendered, not yet put into templates.

use std::sync::Arc;

use minijinja::Value;

use crate::foundation::{Diagnostic, Source, Span};
use crate::issue::{Issue, IssueSection, Part};
use crate::publication::SectionKind;

use super::footnotes::Footnotes;
use super::passage::{Drafting, Form, Passage};
use super::preheader::first_sentence;
use super::stage::Stage;

/// The parts of an issue, with tokens.
#[derive(Debug, Default)]
pub(super) struct RenderedIssue {
    /// The title: its HTML, and its words as `text`.
    pub title: Passage,
    /// The subject, one line of plain text.
    pub subject: String,
    /// The preheader, one line of plain text, or nothing.
    pub preheader: String,
    /// The lead.
    pub lead: Passage,
    /// The sections.
    pub sections: Vec<RenderedSection>,
    /// The links of all parts.
    pub footnotes: Footnotes,
}

/// A section.
#[derive(Debug, Default)]
pub(super) struct RenderedSection {
    /// Its short name.
    pub id: String,
    /// Its heading, one line of plain text.
    pub heading: String,
    /// Its bullets.
    pub bullets: Vec<Passage>,
    /// Its body, where it is no section of bullets.
    pub body: Passage,
}

impl RenderedIssue {
    /// Renders every part of an issue, or tells everything that is wrong with them.
    pub(super) fn of(
        issue: &Issue,
        source: &Arc<Source>,
        stage: &Arc<Stage>,
        context: Value,
    ) -> Result<Self, Vec<Diagnostic>> {
        let mut drafting = Drafting::new(stage, source, context);
        let mut findings = Findings::default();
        let title = findings.keep(drafting.passage(&issue.title, Form::Line));
        let subject = findings.keep(
            issue
                .subject
                .as_ref()
                .map(|part| drafting.plain(part))
                .transpose(),
        );
        let preheader = findings.keep(
            issue
                .preheader
                .as_ref()
                .map(|part| drafting.plain(part))
                .transpose(),
        );
        let lead = findings.keep(drafting.passage(&issue.lead, Form::Blocks));
        let sections: Vec<RenderedSection> = issue
            .sections
            .iter()
            .map(|section| rendered_section(section, source, &mut drafting, &mut findings))
            .collect();
        if !findings.0.is_empty() {
            return Err(findings.0);
        }
        Ok(Self {
            subject: subject.unwrap_or_else(|| title.text.clone()),
            preheader: preheader.unwrap_or_else(|| derived(&lead, &sections, stage)),
            title,
            lead,
            sections,
            footnotes: drafting.footnotes,
        })
    }
}

/// The first sentence that is the same for everyone: of the lead, else of a section.
fn derived(lead: &Passage, sections: &[RenderedSection], stage: &Stage) -> String {
    let sections = sections.iter();
    let passages = sections.flat_map(|section| section.bullets.iter().chain([&section.body]));
    let mut sentences = std::iter::once(lead)
        .chain(passages)
        .map(|passage| first_sentence(&passage.paragraphs, stage));
    sentences
        .find(|sentence| !sentence.is_empty())
        .unwrap_or_default()
}

/// What was wrong so far: one part's faults do not hide another's.
#[derive(Default)]
struct Findings(Vec<Diagnostic>);

impl Findings {
    fn keep<T: Default>(&mut self, result: Result<T, Vec<Diagnostic>>) -> T {
        result.unwrap_or_else(|findings| {
            self.0.extend(findings);
            T::default()
        })
    }
}

fn rendered_section(
    section: &IssueSection,
    source: &Source,
    drafting: &mut Drafting<'_>,
    findings: &mut Findings,
) -> RenderedSection {
    let heading = findings.keep(drafting.plain(&heading(section, source)));
    // A section of bullets is its bullets; any other, and one that has none yet, is all that stands in it.
    let is_list = section.kind == SectionKind::Bullets && !section.bullets.is_empty();
    let (mut bullets, mut body) = (Vec::new(), Passage::default());
    if is_list {
        for bullet in &section.bullets {
            bullets.push(findings.keep(drafting.passage(bullet, Form::Item)));
        }
    } else {
        body = findings.keep(drafting.passage(&section.body, Form::Blocks));
    }
    RenderedSection {
        id: section.id.clone(),
        heading,
        bullets,
        body,
    }
}

/// A heading and its place: the last line before the section's text that holds it.
fn heading(section: &IssueSection, source: &Source) -> Part {
    let below = section.bullets.first().unwrap_or(&section.body).first_line;
    let first = source.first_line();
    let last = if below > first {
        below
    } else {
        first + source.line_count()
    };
    let holds = |line: &usize| {
        source
            .line(*line)
            .is_some_and(|span| span.of(source.text()).contains(&section.heading))
    };
    let line = (first..=last).rev().find(holds).unwrap_or(first);
    let at = source.line(line).unwrap_or_default();
    let offset = at.of(source.text()).find(&section.heading).unwrap_or(0);
    Part {
        markdown: section.heading.clone(),
        span: Span::new(at.start + offset, at.start + offset + section.heading.len()),
        first_line: line,
    }
}
