//! What a rule sees that renders.

use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

use crate::foundation::{Location, Source, Span};
use crate::issue::Draft;
use crate::publication::Config;
use crate::render::Templates;

use super::Finding;

/// The drafts in which no rule before found an error, and what they are rendered with.
pub(super) struct RenderScope<'a> {
    /// The drafts.
    pub(super) drafts: Vec<&'a Draft>,
    /// digest.yaml.
    pub(super) config: &'a Config,
    folder: &'a Path,
    templates: OnceCell<Result<Templates, Finding>>,
}

impl<'a> RenderScope<'a> {
    /// Drafts to be rendered with the templates of a folder.
    pub(super) fn new(drafts: Vec<&'a Draft>, config: &'a Config, folder: &'a Path) -> Self {
        Self {
            drafts,
            config,
            folder,
            templates: OnceCell::new(),
        }
    }

    /// The templates, read when they are first asked for; a finding where one cannot be read.
    pub(super) fn templates(&self) -> &Result<Templates, Finding> {
        self.templates.get_or_init(|| {
            Templates::load(Some(self.folder)).map_err(|failure| {
                // The message names the file.
                let folder = self.folder.file_name().unwrap_or_default();
                let source = Arc::new(Source::new(folder, ""));
                let location = Location::new(&source, Span::at(0));
                Finding::new(location, failure.message).hinted_if(failure.hints.into_iter().next())
            })
        })
    }
}
