//! What was read to be checked.

use std::path::{Path, PathBuf};

use crate::foundation::Failure;
use crate::issue::Draft;
use crate::publication::Publication;

use rayon::prelude::*;

use super::CheckedList;
use super::targets::Files;

/// Everything that was read to be checked.
#[derive(Default)]
pub(super) struct Material {
    /// The drafts to be checked.
    pub(super) drafts: Vec<Draft>,
    /// Drafts that could not be read.
    pub(super) unread_drafts: Vec<Unread>,
    /// The lists to be checked.
    pub(super) lists: Vec<CheckedList>,
    /// Lists that could not be read.
    pub(super) unread_lists: Vec<Unread>,
}

/// A file that could not be read.
pub(super) struct Unread {
    /// Its path as a person should see it.
    pub(super) shown: PathBuf,
    /// Why.
    pub(super) failure: Failure,
}

impl Material {
    /// Reads files, and has each draft looked at once it is read; what that gives is in the order of the drafts.
    pub(super) fn read<Seen: Send>(
        files: &Files,
        publication: &Publication,
        look: impl Fn(&mut Draft) -> Seen + Sync,
    ) -> (Self, Vec<Seen>) {
        let read = |path: &PathBuf| {
            let shown = publication.shown(path);
            let mut draft = Draft::read(path, shown).map_err(|failure| Unread::new(shown, failure))?;
            let seen = look(&mut draft);
            Ok((draft, seen))
        };
        let drafts: Vec<_> = files.drafts.par_iter().map(read).collect();
        let mut material = Self::default();
        let mut all_seen = Vec::with_capacity(drafts.len());
        for draft in drafts {
            match draft {
                Ok((draft, seen)) => {
                    material.drafts.push(draft);
                    all_seen.push(seen);
                }
                Err(unread) => material.unread_drafts.push(unread),
            }
        }
        for path in &files.lists {
            let shown = publication.shown(path);
            match CheckedList::open(path, shown) {
                Ok(list) => material.lists.push(list),
                Err(failure) => material.unread_lists.push(Unread::new(shown, failure)),
            }
        }
        material.unread_lists.extend(ambiguous(files, publication));
        (material, all_seen)
    }

    /// The files it is, in the order of their paths, as a person should see them.
    pub(super) fn paths(&self) -> Vec<PathBuf> {
        let drafts = self.drafts.iter().map(|draft| draft.source.path());
        let lists = self.lists.iter().map(|list| list.shown.as_path());
        let unread = self.unread_drafts.iter().chain(&self.unread_lists);
        let unread = unread.map(|unread| unread.shown.as_path());
        let mut paths: Vec<PathBuf> = drafts.chain(lists).chain(unread).map(Path::to_owned).collect();
        paths.sort();
        paths.dedup();
        paths
    }
}

/// Lists that have two files: which of them counts cannot be known.
fn ambiguous(files: &Files, publication: &Publication) -> Vec<Unread> {
    let names = publication.config.lists.iter().map(|list| list.name.as_str());
    let checked = names.filter(|name| {
        files
            .lists
            .iter()
            .any(|path| path.file_stem() == Some(name.as_ref()))
    });
    let folder = publication.lists_folder();
    let failures = checked.filter_map(|name| publication.list_path(name).err());
    failures
        .map(|failure| Unread::new(publication.shown(&folder), failure))
        .collect()
}

impl Unread {
    fn new(shown: &Path, failure: Failure) -> Self {
        Self {
            shown: shown.to_owned(),
            failure,
        }
    }

    /// The line at fault, and why the file could not be read, without the path: a finding has that already.
    pub(super) fn line_and_reason(&self) -> (usize, &str) {
        let message = self.failure.message.as_str();
        let shown = self.shown.display();
        if let Some(reason) = message.strip_prefix(&format!("`{shown}`: ")) {
            return (1, reason);
        }
        let placed = message
            .strip_prefix(&format!("{shown}:"))
            .and_then(|rest| rest.split_once(": "));
        match placed.and_then(|(line, reason)| Some((line.parse().ok()?, reason))) {
            Some((line, reason)) => (line, reason),
            None => (1, message),
        }
    }
}
