//! Which draft is meant.

use std::path::{Path, PathBuf};

use crate::foundation::{Failure, nearest};
use crate::issue::Draft;
use crate::publication::Publication;

use super::Context;

/// The draft that an argument names: a file, else the stem of one in `drafts/`, else an issue's id (a renamed file keeps it).
pub(super) fn find_draft(
    argument: &Path,
    publication: &Publication,
    context: &Context,
) -> Result<Draft, Failure> {
    let path = context.path(argument);
    if path.is_file() {
        return Draft::read(&path, publication.shown(&path));
    }
    let drafts = publication.drafts();
    let name = argument.to_string_lossy();
    if let Some(path) = drafts.iter().find(|path| stem(path) == name) {
        return Draft::read(path, publication.shown(path));
    }
    let readable = drafts
        .iter()
        .filter_map(|path| Draft::read(path, publication.shown(path)).ok());
    let mut named = readable.filter(|draft| draft.front.id.as_ref().is_some_and(|id| id.value == name));
    named.next().ok_or_else(|| unknown(argument, &drafts))
}

fn unknown(argument: &Path, drafts: &[PathBuf]) -> Failure {
    let failure = Failure::new(format!("there is no draft `{}`", argument.display()));
    let stems: Vec<String> = drafts.iter().map(|path| stem(path)).collect();
    let wanted = stem(argument);
    match nearest(&wanted, stems.iter().map(String::as_str)) {
        Some(near) => failure.hinted(format!("did you mean `drafts/{near}.md`?")),
        None if stems.is_empty() => failure.hinted("there is none yet: `digest new` starts one"),
        None => failure.hinted("name a file of `drafts/`, its stem, or an issue's id"),
    }
}

fn stem(path: &Path) -> String {
    path.file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}
