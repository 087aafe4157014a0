//! The templates of a publication.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use crate::foundation::{Failure, Source};

use super::prepared_templates::PreparedTemplates;
use super::template_loader::TemplateFiles;

/// The template of the HTML part.
pub(super) const HTML: &str = "issue.html";
/// The template of the text part.
pub(super) const TEXT: &str = "issue.txt";
/// Where a publication's own templates find those it overrides: `{% extends "built-in/issue.html" %}`.
const BUILT_IN: &str = "built-in/";
/// A template is text for people to read; nothing near this size is one.
const LARGEST: u64 = 1 << 20;
/// Folders in folders; a loop of links ends here at the latest.
const DEEPEST: usize = 8;

/// The built-in templates, and a publication's own in their place.
///
/// All files of the folder are read at once, and templates include each other by their path from there. What is not in the folder cannot be
/// named: `..`, absolute paths and links that lead elsewhere find nothing.
#[derive(Debug, Clone)]
pub struct Templates {
    files: TemplateFiles,
    /// The same compiled, once somebody has rendered with them.
    prepared: Arc<OnceLock<PreparedTemplates>>,
}

impl Default for Templates {
    fn default() -> Self {
        Self::built_in()
    }
}

impl Templates {
    /// The built-in templates alone.
    pub fn built_in() -> Self {
        let texts = [
            (HTML, include_str!("../../templates/issue.html")),
            (TEXT, include_str!("../../templates/issue.txt")),
        ];
        let mut files = BTreeMap::new();
        for (name, text) in texts {
            let source = Arc::new(Source::new(format!("{BUILT_IN}{name}"), text));
            files.insert(name.to_owned(), Arc::clone(&source));
            files.insert(format!("{BUILT_IN}{name}"), source);
        }
        Self::of(files)
    }

    fn of(files: BTreeMap<String, Arc<Source>>) -> Self {
        Self {
            files: Arc::new(files),
            prepared: Arc::default(),
        }
    }

    /// The built-in templates, and over them those of a folder, where there is one. Fails where a file cannot be read, or `issue.html` or
    /// `issue.txt` is no text.
    pub fn load(folder: Option<&Path>) -> Result<Self, Failure> {
        let mut templates = Self::built_in();
        let Some(folder) = folder.filter(|folder| folder.is_dir()) else {
            return Ok(templates);
        };
        let shown = PathBuf::from(folder.file_name().unwrap_or_default());
        let root = fs::canonicalize(folder).map_err(|error| unreadable(&shown, &error))?;
        templates.read_folder(&root, &root, &shown, DEEPEST)?;
        Ok(templates)
    }

    /// All files.
    pub(super) fn files(&self) -> TemplateFiles {
        Arc::clone(&self.files)
    }

    /// The templates, compiled.
    pub(super) fn prepared(&self) -> &PreparedTemplates {
        self.prepared.get_or_init(|| PreparedTemplates::of(&self.files))
    }

    /// A template's text.
    pub fn source(&self, name: &str) -> Option<&Arc<Source>> {
        self.files.get(name)
    }

    /// Every file, the built-in ones among them.
    pub fn sources(&self) -> impl Iterator<Item = &Arc<Source>> {
        self.files.values()
    }

    /// Every text.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.files.values().map(|source| source.text())
    }

    fn read_folder(&mut self, root: &Path, folder: &Path, shown: &Path, depth: usize) -> Result<(), Failure> {
        let entries = fs::read_dir(folder).map_err(|error| unreadable(shown, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| unreadable(shown, &error))?;
            let shown = shown.join(entry.file_name());
            let Ok(path) = fs::canonicalize(entry.path()) else {
                // A link that leads nowhere.
                continue;
            };
            if !path.starts_with(root) {
                continue;
            }
            if path.is_dir() && depth > 0 {
                self.read_folder(root, &entry.path(), &shown, depth - 1)?;
            } else if path.is_file() {
                self.read_file(&path, &shown)?;
            }
        }
        Ok(())
    }

    fn read_file(&mut self, path: &Path, shown: &Path) -> Result<(), Failure> {
        let name: Vec<String> = shown
            .components()
            .skip(1)
            .map(|part| part.as_os_str().to_string_lossy().into_owned())
            .collect();
        let name = name.join("/");
        let is_needed = name == HTML || name == TEXT;
        let length = fs::metadata(path)
            .map_err(|error| unreadable(shown, &error))?
            .len();
        if length > LARGEST {
            let told = format!("`{}` is larger than 1 MiB, which no template is", shown.display());
            return if is_needed {
                Err(Failure::new(told))
            } else {
                Ok(())
            };
        }
        let bytes = fs::read(path).map_err(|error| unreadable(shown, &error))?;
        match Source::decode(shown, bytes) {
            Ok(source) => {
                Arc::make_mut(&mut self.files).insert(name, Arc::new(source));
                Ok(())
            }
            Err(error) if is_needed => {
                let told = format!("`{}` cannot be read: {error}", shown.display());
                Err(Failure::new(told).hinted("save it as UTF-8"))
            }
            // A picture beside the templates.
            Err(_) => Ok(()),
        }
    }
}

fn unreadable(path: &Path, error: &io::Error) -> Failure {
    Failure::new(format!("`{}` cannot be read: {error}", path.display()))
}
