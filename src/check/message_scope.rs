//! What a rule sees that looks at the message.

use std::cell::OnceCell;
use std::sync::Arc;

use scraper::Html;

use crate::edition::Edition;
use crate::foundation::{Location, Span};
use crate::render::Templates;

use super::{Copy, DraftScope, Finding, SeenPage, SetText, set_texts};

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
    page: OnceCell<SeenPage>,
    set_texts: OnceCell<Vec<SetText>>,
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
            page: OnceCell::new(),
            set_texts: OnceCell::new(),
            message: OnceCell::new(),
        }
    }

    /// The HTML part as a browser reads it.
    pub(super) fn dom(&self) -> &Html {
        self.dom.get_or_init(|| Html::parse_document(&self.copy.html))
    }

    /// What is seen of the HTML part.
    pub(super) fn page(&self) -> &SeenPage {
        self.page.get_or_init(|| SeenPage::of(self.dom()))
    }

    /// The words of the HTML part, and how they are set.
    pub(super) fn set_texts(&self) -> &[SetText] {
        self.set_texts.get_or_init(|| set_texts(self.dom()))
    }

    /// The whole message, as SMTP carries it; empty where none can be composed.
    pub(super) fn message(&self) -> &[u8] {
        self.message
            .get_or_init(|| self.copy.message(self.edition).unwrap_or_default())
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
            Some(source) if self.has_own(name) => {
                let first = source.line(source.first_line()).unwrap_or_default();
                Location::new(&Arc::clone(source), first)
            }
            _ => self.written.location(self.written.head()),
        }
    }

    /// Whether the publication has a template of its own of that name.
    pub(super) fn has_own(&self, name: &str) -> bool {
        let source = self.templates.source(name);
        source.is_some_and(|source| !source.path().starts_with("built-in"))
    }

    /// Whether the publication has any template of its own: what the built-in ones make is right, and needs no looking after.
    pub(super) fn has_own_templates(&self) -> bool {
        self.has_own("issue.html") || self.has_own("issue.txt")
    }

    /// Where a template says `said`, in whatever case; its top where it does not, as [`MessageScope::template`] has it.
    pub(super) fn in_template(&self, name: &str, said: &str) -> Location {
        let top = self.template(name);
        let text = top.source.text().to_ascii_lowercase();
        match text.find(&said.to_ascii_lowercase()) {
            Some(at) if self.has_own(name) && !said.is_empty() => {
                Location::new(&top.source, Span::new(at, at + said.len()))
            }
            _ => top,
        }
    }

    /// Where something in the text part comes from, as [`MessageScope::origin`] tells it of the HTML part.
    pub(super) fn text_origin(&self, said: &str) -> Location {
        match self.written.text().find(said) {
            Some(at) if !said.is_empty() => self.written.location(Span::new(at, at + said.len())),
            _ => self.in_template("issue.txt", said),
        }
    }

    /// A finding about something that the message says.
    pub(super) fn finding(&self, said: &str, message: impl Into<String>) -> Finding {
        Finding::new(self.origin(said), message)
    }
}
