//! What a rule sees that looks at the message.

use std::cell::OnceCell;
use std::sync::Arc;

use scraper::Html;

use crate::edition::Edition;
use crate::foundation::{Location, Span};
use crate::render::Templates;

use super::{Copy, DraftScope, Finding, Headers};

/// A draft, and what becomes of it for the subscriber with the longest values.
pub(super) struct MessageScope<'a> {
    /// The draft, and what its publication says.
    pub(super) written: &'a DraftScope<'a>,
    /// The issue, rendered.
    pub(super) edition: &'a Edition,
    /// What the subscriber gets.
    pub(super) copy: &'a Copy,
    /// The templates it was rendered with.
    pub(super) templates: &'a Templates,
    dom: OnceCell<Html>,
    message: OnceCell<Vec<u8>>,
}

impl<'a> MessageScope<'a> {
    pub(super) fn new(
        written: &'a DraftScope<'a>,
        edition: &'a Edition,
        copy: &'a Copy,
        templates: &'a Templates,
    ) -> Self {
        Self {
            written,
            edition,
            copy,
            templates,
            dom: OnceCell::new(),
            message: OnceCell::new(),
        }
    }

    /// The HTML part as a browser reads it.
    pub(super) fn dom(&self) -> &Html {
        self.dom.get_or_init(|| Html::parse_document(&self.copy.html))
    }

    /// The whole message, as SMTP carries it; empty where none can be composed.
    pub(super) fn message(&self) -> &[u8] {
        self.message
            .get_or_init(|| self.copy.message(self.edition).unwrap_or_default())
    }

    /// The message's headers.
    pub(super) fn headers(&self) -> Headers<'_> {
        Headers::of(self.message())
    }

    /// Where something in the message comes from: the first place in the draft that says `said` letter by letter, else in the HTML template,
    /// else the draft's title.
    pub(super) fn origin(&self, said: &str) -> Location {
        let find = |text: &str| {
            let at = (!said.is_empty()).then(|| text.find(said)).flatten()?;
            Some(Span::new(at, at + said.len()))
        };
        if let Some(span) = find(self.written.text()) {
            return self.written.location(span);
        }
        if let Some(source) = self.templates.source("issue.html")
            && let Some(span) = find(source.text())
        {
            return Location::new(source, span);
        }
        self.written.location(self.written.head())
    }

    /// The top of a template, `issue.html` or `issue.txt`, for what is missing from it: in the publication's own where it has one, else the
    /// draft's title, since nobody can mend the built-in one.
    pub(super) fn template(&self, name: &str) -> Location {
        match self.templates.source(name) {
            Some(source) if !source.path().starts_with("built-in") => {
                let first = source.line(source.first_line()).unwrap_or_default();
                Location::new(&Arc::clone(source), first)
            }
            _ => self.written.location(self.written.head()),
        }
    }

    /// A finding about something that the message says.
    pub(super) fn finding(&self, said: &str, message: impl Into<String>) -> Finding {
        Finding::new(self.origin(said), message)
    }
}
