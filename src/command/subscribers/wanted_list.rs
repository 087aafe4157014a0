//! Which list a command means.

use std::path::PathBuf;

use crate::foundation::{Failure, listed, nearest};
use crate::publication::Publication;

/// The list that is named, or the only one there is.
pub(super) fn wanted_list(publication: &Publication, named: Option<&str>) -> Result<String, Failure> {
    let known = known_lists(publication);
    match (named, known.as_slice()) {
        (Some(name), _) if known.iter().any(|list| list == name) => Ok(name.to_owned()),
        (Some(name), _) => {
            let failure = Failure::new(format!("there is no list `{name}`"));
            Err(match nearest(name, known.iter().map(String::as_str)) {
                Some(near) => failure.hinted(format!("did you mean `{near}`?")),
                None => failure.hinted(format!(
                    "add `{name}: {{ title: … }}` under `lists` in digest.yaml"
                )),
            })
        }
        (None, [only]) => Ok(only.clone()),
        (None, []) => {
            Err(Failure::new("the publication has no list").hinted("add one under `lists` in digest.yaml"))
        }
        (None, several) => Err(Failure::new("which list is meant?")
            .hinted(format!("name it with `--list`: {}", listed(several)))),
    }
}

/// The lists that digest.yaml names, and those that only have a file.
pub(super) fn known_lists(publication: &Publication) -> Vec<String> {
    let mut lists: Vec<String> = publication
        .config
        .lists
        .iter()
        .map(|list| list.name.clone())
        .collect();
    let files = publication.list_files();
    let stems = files
        .iter()
        .filter_map(|path| path.file_stem())
        .map(|stem| stem.to_string_lossy().into_owned());
    for stem in stems {
        if !lists.contains(&stem) {
            lists.push(stem);
        }
    }
    lists
}

/// A list's file; the CSV file it would be where there is none yet.
pub(super) fn file_of(publication: &Publication, list: &str) -> Result<PathBuf, Failure> {
    let path = publication.list_path(list)?;
    Ok(path.unwrap_or_else(|| publication.lists_folder().join(format!("{list}.csv"))))
}
