//! Drafts rendered, to be looked at as readers will.

use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use crate::edition::Edition;
use crate::foundation::{Diagnostic, Failure, Location, Source, Span};
use crate::issue::Issue;
use crate::publication::Publication;
use crate::render::{Templates, render};

use super::{Copy, DraftScope, copy_fault, fields_in, longest_reader};

/// Renders drafts, with templates that are read when they are first needed.
pub(super) struct Proofs<'a> {
    publication: &'a Publication,
    templates: OnceLock<Result<Templates, Failure>>,
    /// The fields of a subscriber that the templates name.
    named: OnceLock<Vec<String>>,
}

/// A draft rendered, and the copy of the subscriber with the longest values.
pub(super) struct Proof<'a> {
    /// The edition.
    pub(super) edition: Edition,
    /// The copy.
    pub(super) copy: Copy,
    /// The templates it was rendered with.
    pub(super) templates: &'a Templates,
}

impl<'a> Proofs<'a> {
    pub(super) fn new(publication: &'a Publication) -> Self {
        Self {
            publication,
            templates: OnceLock::new(),
            named: OnceLock::new(),
        }
    }

    /// The publication's templates.
    pub(super) fn templates(&self) -> Result<&Templates, &Failure> {
        let read = || Templates::load(Some(&self.publication.templates_folder()));
        self.templates.get_or_init(read).as_ref()
    }

    /// Renders a draft, or tells why that cannot be, each fault with its kind as its rule.
    pub(super) fn of(&self, scope: &DraftScope<'_>) -> Result<Proof<'_>, Vec<Diagnostic>> {
        let templates = self
            .templates()
            .map_err(|failure| vec![self.unreadable(failure)])?;
        let issue = Issue::meant_by(scope.draft, scope.config)?;
        let edition = render(&issue, &scope.draft.source, scope.config, templates)?;
        let named = self
            .named
            .get_or_init(|| templates.texts().flat_map(fields_in).collect());
        let reader = longest_reader(scope.draft, named, scope.readers());
        let list = issue.lists.first().map_or("", String::as_str);
        let copy =
            Copy::of(&edition, reader, list).map_err(|reason| vec![copy_fault(&reason, scope, templates)])?;
        Ok(Proof {
            edition,
            copy,
            templates,
        })
    }

    fn unreadable(&self, failure: &Failure) -> Diagnostic {
        // The message names the file.
        let folder = self.publication.templates_folder();
        let folder = PathBuf::from(folder.file_name().unwrap_or_default());
        let location = Location::new(&Arc::new(Source::new(folder, "")), Span::at(0));
        let fault = Diagnostic::error("template", location, failure.message.clone());
        match failure.hints.first() {
            Some(hint) => fault.hinted(hint),
            None => fault,
        }
    }
}
