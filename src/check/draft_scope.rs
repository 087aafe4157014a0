//! What a rule sees that looks at one draft.

use std::collections::BTreeSet;

use crate::foundation::{Location, Span};
use crate::issue::{Draft, DraftSection};
use crate::publication::Config;

use super::{Finding, Sections};

/// Signs that stand for a list's marker wherever a line begins with them.
const SIGNS: [char; 6] = ['•', '‣', '◦', '▪', '●', '■'];

/// One draft, and what its publication says.
pub(super) struct DraftScope<'a> {
    /// The draft.
    pub(super) draft: &'a Draft,
    /// digest.yaml.
    pub(super) config: &'a Config,
    /// Its sections, as the house style knows them.
    pub(super) sections: Sections<'a>,
    /// The columns of the issue's lists; `None` where none of their files is there to be read.
    pub(super) columns: Option<BTreeSet<String>>,
}

impl<'a> DraftScope<'a> {
    pub(super) fn new(draft: &'a Draft, config: &'a Config, columns: Option<BTreeSet<String>>) -> Self {
        Self {
            draft,
            config,
            sections: Sections::of(&draft.sections, &config.structure.sections),
            columns,
        }
    }

    /// The draft's text.
    pub(super) fn text(&self) -> &'a str {
        self.draft.source.text()
    }

    /// A place in the draft.
    pub(super) fn location(&self, span: Span) -> Location {
        Location::new(&self.draft.source, span)
    }

    /// A finding in the draft.
    pub(super) fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(self.location(span), message)
    }

    /// The part of `span` that stands on its first line.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let text = span.of(self.text());
        let line = text.lines().next().unwrap_or_default().trim_end();
        Span::new(span.start, span.start + line.len())
    }

    /// What reading the draft found under a rule's name.
    pub(super) fn faults(&self, rule: &str) -> Vec<Finding> {
        let faults = self.draft.front.faults.iter();
        faults
            .filter(|fault| fault.rule == rule)
            .cloned()
            .map(Finding::from)
            .collect()
    }

    /// Where a finding about the draft as a whole points: its title, else its first line.
    pub(super) fn head(&self) -> Span {
        match &self.draft.title {
            Some(title) => title.span,
            None => self.first_line(Span::new(0, self.text().len())),
        }
    }

    /// The lines of a section that begin with a typed bullet, those that Markdown takes for a further line of a true one included.
    pub(super) fn typed_bullets(&self, section: &DraftSection) -> Vec<Span> {
        let mut typed = section.typed_bullets.clone();
        for bullet in &section.bullets {
            let mut at = bullet.span.start;
            for line in bullet.span.of(self.text()).split_inclusive('\n') {
                let start = at + line.len() - line.trim_start().len();
                if at > bullet.span.start && line.trim_start().starts_with(SIGNS) {
                    typed.push(Span::new(start, at + line.trim_end().len()));
                }
                at += line.len();
            }
        }
        typed.sort_unstable();
        typed
    }
}
