//! Templates, made ready for stage one and compiled, once for all issues.

use std::sync::Arc;

use minijinja::Environment;

use super::engine::{Escape, bare_engine};
use super::stage::{Pending, Stage};
use super::template_loader::{TemplateFiles, loader};
use super::token::TokenShape;

/// The templates of a publication, compiled. What is wrong with one shows where it is used.
#[derive(Debug)]
pub(super) struct PreparedTemplates {
    html: Environment<'static>,
    text: Environment<'static>,
    /// Their tags that wait for a subscriber: the first that every rendering knows.
    pub(super) pending: Vec<Pending>,
}

impl PreparedTemplates {
    /// Compiles templates.
    pub(super) fn of(files: &TemplateFiles) -> Self {
        // Nothing is rendered with it: it only keeps the tags.
        let stage = Arc::new(Stage::new(TokenShape::unlike(std::iter::empty()), Vec::new()));
        let compiled = |escape, ending: &str| {
            let mut engine = bare_engine(escape);
            engine.set_loader(loader(Arc::clone(files), escape, &stage));
            for name in files.keys().filter(|name| name.ends_with(ending)) {
                // One that cannot be read is read again by whoever uses it, and told then.
                let _ = engine.get_template(name);
            }
            engine
        };
        let (html, text) = (compiled(Escape::Html, ".html"), compiled(Escape::Text, ".txt"));
        Self {
            html,
            text,
            pending: stage.all_expected(),
        }
    }

    /// The engine that has those of a kind.
    pub(super) fn engine(&self, escape: Escape) -> Environment<'static> {
        match escape {
            Escape::Text => self.text.clone(),
            Escape::Html | Escape::Draft => self.html.clone(),
        }
    }
}
