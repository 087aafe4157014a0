//! An issue whose parts are rendered, not yet put into templates.

use std::sync::Arc;

use minijinja::Value;

use crate::foundation::{Diagnostic, Source, Span};
use crate::issue::{Issue, IssueSection, Part, Tag, scan_tags};
use crate::publication::SectionKind;

use super::code::tags_in_code;
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
                .map(|part| drafting.plain(part, Vec::new()))
                .transpose(),
        );
        let preheader = findings.keep(
            issue
                .preheader
                .as_ref()
                .map(|part| drafting.plain(part, Vec::new()))
                .transpose(),
        );
        let lead = findings.keep(drafting.passage(&issue.lead, Form::Blocks));
        let sections = issue
            .sections
            .iter()
            .map(|section| rendered_section(section, source, &mut drafting, &mut findings))
            .collect();
        if !findings.0.is_empty() {
            return Err(findings.0);
        }
        Ok(Self {
            subject: subject.unwrap_or_else(|| title.text.clone()),
            preheader: preheader.unwrap_or_else(|| first_sentence(&lead.paragraphs, stage)),
            title,
            lead,
            sections,
            footnotes: drafting.footnotes,
        })
    }
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
    let heading = findings.keep(drafting.plain(&heading(section, source), code_in(section, source)));
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

/// A heading, and where it stands.
fn heading(section: &IssueSection, source: &Source) -> Part {
    Part {
        markdown: section.heading.clone(),
        span: section.heading_span,
        first_line: source.line_number(section.heading_span.start),
    }
}

/// The tags of a heading's words that stand in code where it was written: the words have lost the marks that told it.
fn code_in(section: &IssueSection, source: &Source) -> Vec<Span> {
    let written = format!("# {}", section.heading_span.of(source.text()));
    let code = tags_in_code(&written);
    if code.is_empty() {
        return Vec::new();
    }
    let as_written = scan_tags(&written);
    let mut as_written = as_written.iter();
    let tags = scan_tags(&section.heading).into_iter();
    let is_code = |tag: &Tag| {
        let shown = in_heading(tag, &section.heading);
        let same = as_written.find(|other| in_heading(other, &written) == shown);
        same.is_some_and(|same| code.contains(&same.span))
    };
    tags.filter(is_code).map(|tag| tag.span).collect()
}

/// What tells a tag of a heading from another: all of it, or its braces alone where nothing closes them.
fn in_heading<'t>(tag: &Tag, text: &'t str) -> (bool, &'t str) {
    let shown = tag.span.of(text);
    (tag.closed, if tag.closed { shown } else { &shown[..2] })
}
