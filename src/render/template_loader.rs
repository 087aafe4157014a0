//! Templates on their way to the engine.

use std::collections::BTreeMap;
use std::sync::Arc;

use minijinja::{Error, ErrorKind};

use crate::foundation::{Location, Source};

use super::engine::Escape;
use super::prepared::Unprepared;
use super::stage::Stage;

/// Templates by their paths, shared by all who load them.
pub(super) type TemplateFiles = Arc<BTreeMap<String, Arc<Source>>>;

/// What gives an engine templates by their names, made ready for stage one.
pub(super) fn loader(
    files: TemplateFiles,
    escape: Escape,
    stage: &Arc<Stage>,
) -> impl Fn(&str) -> Result<Option<String>, Error> + Send + Sync + 'static {
    let keeper = Arc::clone(stage);
    move |name| {
        files
            .get(name)
            .map(|source| prepared(source, escape, &keeper))
            .transpose()
    }
}

fn prepared(source: &Arc<Source>, escape: Escape, stage: &Stage) -> Result<String, Error> {
    let unprepared = Unprepared {
        text: source.text(),
        code: Vec::new(),
        comments: escape == Escape::Html,
        locate: &|span| Location::new(source, span),
    };
    unprepared.prepare(stage).map_err(|findings| {
        for finding in findings {
            stage.report(finding);
        }
        Error::new(ErrorKind::SyntaxError, "its tags do not fit together")
    })
}
