//! What to check.

use std::path::{Path, PathBuf};

use crate::foundation::Failure;
use crate::publication::Publication;

/// What to check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Targets {
    /// Every draft and every list.
    Everything,
    /// These files, and the drafts and lists in these folders. A path that is not absolute counts from the publication's folder.
    Paths(Vec<PathBuf>),
}

/// The files that are meant.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Files {
    /// Drafts, in order.
    pub(super) drafts: Vec<PathBuf>,
    /// Lists, in order.
    pub(super) lists: Vec<PathBuf>,
}

impl Targets {
    /// The files that are meant. Fails where a path is neither a draft nor a list nor a folder of such.
    pub(super) fn files(&self, publication: &Publication) -> Result<Files, Failure> {
        let everything = || Files {
            drafts: publication.drafts(),
            lists: publication.list_files(),
        };
        let Self::Paths(paths) = self else {
            return Ok(everything());
        };
        let mut files = Files::default();
        for path in paths {
            files.add(&publication.root.join(path), publication, everything)?;
        }
        for paths in [&mut files.drafts, &mut files.lists] {
            paths.sort();
            paths.dedup();
        }
        Ok(files)
    }
}

impl Files {
    /// Keeps the files that `wanted` wants.
    pub(super) fn retain(&mut self, wanted: impl Fn(&Path) -> bool) {
        for paths in [&mut self.drafts, &mut self.lists] {
            paths.retain(|path| wanted(path));
        }
    }

    fn add(
        &mut self,
        path: &Path,
        publication: &Publication,
        everything: impl Fn() -> Self,
    ) -> Result<(), Failure> {
        if path.is_dir() {
            let all = everything();
            let inside = |paths: Vec<PathBuf>| {
                paths
                    .into_iter()
                    .filter(|file| file.starts_with(path))
                    .collect::<Vec<_>>()
            };
            self.drafts.extend(inside(all.drafts));
            self.lists.extend(inside(all.lists));
            return Ok(());
        }
        let extension = path
            .extension()
            .and_then(|extension| extension.to_str())
            .unwrap_or_default();
        match extension {
            "md" => self.drafts.push(path.to_owned()),
            "csv" | "yaml" | "yml" if path.starts_with(publication.lists_folder()) => {
                self.lists.push(path.to_owned());
            }
            // Always checked: whoever asks is told of nothing else.
            "yaml" if path == publication.root.join("digest.yaml") => {}
            _ => {
                let shown = publication.shown(path).display();
                return Err(Failure::new(format!("`{shown}` is neither a draft nor a list")).hinted(
                    "name a draft (`drafts/….md`), a list (`subscribers/….csv`), a folder of them, or nothing to check all",
                ));
            }
        }
        Ok(())
    }
}
