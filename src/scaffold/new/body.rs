//! Lead and sections that come from a file.

use std::sync::Arc;

use crate::foundation::{Failure, Source, Span};
use crate::issue::{Draft, Heading};

/// A Markdown text taken apart: nothing of it is lost, and nothing judged.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Body {
    /// Its `#` heading.
    pub(super) title: Option<String>,
    /// Everything before the first `##` heading.
    pub(super) lead: String,
    /// Each `##` heading, and everything up to the next.
    pub(super) sections: Vec<(String, String)>,
}

impl Body {
    /// Takes a text apart. Fails where it is a whole draft, with front matter, or has text before its title.
    pub(super) fn of(source: &Source) -> Result<Self, Failure> {
        let name = source.path().display();
        let draft = Draft::parse(Arc::new(source.clone()));
        if draft.front.span.is_some() {
            return Err(
                Failure::new(format!("`{name}` has front matter: it is a draft already"))
                    .hinted("put it into `drafts/` as it is, or take the front matter out"),
            );
        }
        let text = source.text();
        let first_section = draft
            .sections
            .first()
            .map_or(text.len(), |section| line_start(text, &section.heading));
        let lead_start = match &draft.title {
            Some(title) if !text[..line_start(text, title)].trim().is_empty() => {
                let line = source.line_number(title.span.start);
                return Err(
                    Failure::new(format!("`{name}`: text stands before the title on line {line}"))
                        .hinted("begin the file with its `# Title`, or with the lead and no title"),
                );
            }
            Some(title) => after_heading(text, title),
            None => 0,
        };
        let ends = draft
            .sections
            .iter()
            .skip(1)
            .map(|section| line_start(text, &section.heading));
        let sections = draft
            .sections
            .iter()
            .zip(ends.chain([text.len()]))
            .map(|(section, end)| {
                let body = Span::new(after_heading(text, &section.heading).min(end), end);
                (
                    section.heading.text.clone(),
                    body.of(text).trim_matches('\n').trim_end().to_owned(),
                )
            });
        Ok(Self {
            title: draft.title.as_ref().map(|title| title.text.clone()),
            lead: Span::new(lead_start.min(first_section), first_section)
                .of(text)
                .trim()
                .to_owned(),
            sections: sections.collect(),
        })
    }
}

/// Where a heading's line begins.
fn line_start(text: &str, heading: &Heading) -> usize {
    text[..heading.span.start].rfind('\n').map_or(0, |end| end + 1)
}

/// Where the line after a heading begins; a heading underlined with `===` or `---` has two lines.
fn after_heading(text: &str, heading: &Heading) -> usize {
    let next_line = |from: usize| text[from..].find('\n').map_or(text.len(), |end| from + end + 1);
    let after = next_line(heading.span.end);
    let hashed = text[line_start(text, heading)..].trim_start().starts_with('#');
    let underline = text[after..].lines().next().unwrap_or_default().trim();
    let underlined =
        !underline.is_empty() && (underline.chars().all(|c| c == '=') || underline.chars().all(|c| c == '-'));
    if !hashed && underlined {
        next_line(after)
    } else {
        after
    }
}
