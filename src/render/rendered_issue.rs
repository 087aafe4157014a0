//! An issue whose parts are rendered, not yet put into templates.

use std::sync::Arc;

use minijinja::Value;

use crate::foundation::{Diagnostic, Source, Span};
use crate::issue::{Issue, IssueSection, Part, Tag, scan_tags};
use crate::publication::SectionKind;

use super::code::tags_in_code;
use super::footnotes::Footnotes;
use super::passage::{Drafting, Form, Passage};
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
            preheader: preheader.unwrap_or(drafting.opening),
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

/// What looks like tags in a heading's words and was none where it was written: it stood in code, or its braces were written as entities.
fn code_in(section: &IssueSection, source: &Source) -> Vec<Span> {
    let shown = scan_tags(&section.heading);
    if shown.is_empty() {
        return Vec::new();
    }
    let written = format!("# {}", section.heading_span.of(source.text()));
    let code = tags_in_code(&written);
    let mut live = scan_tags(&written);
    live.retain(|tag| !code.contains(&tag.span));
    let mut next = 0;
    let is_none = |tag: &Tag| {
        let same = live[next..]
            .iter()
            .position(|other| in_heading(other, &written) == in_heading(tag, &section.heading));
        next += same.map_or(0, |at| at + 1);
        same.is_none()
    };
    shown.into_iter().filter(is_none).map(|tag| tag.span).collect()
}

/// What tells a tag of a heading from another: all of it, or its braces alone where nothing closes them.
fn in_heading<'t>(tag: &Tag, text: &'t str) -> (bool, &'t str) {
    let shown = tag.span.of(text);
    (tag.closed, if tag.closed { shown } else { &shown[..2] })
}
