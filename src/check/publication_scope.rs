//! What a rule sees that looks at the publication as a whole.

use std::path::Path;

use crate::foundation::{Location, Span};
use crate::publication::Config;
use crate::render::Templates;

use super::{CheckedList, Finding};

/// The publication's folder, digest.yaml, and what is to be checked.
pub(super) struct PublicationScope<'a> {
    /// The folder.
    pub(super) root: &'a Path,
    /// digest.yaml.
    pub(super) config: &'a Config,
    /// The lists.
    pub(super) lists: &'a [CheckedList],
    /// The templates; `None` where they cannot be read.
    pub(super) templates: Option<&'a Templates>,
}

impl PublicationScope<'_> {
    /// A finding in digest.yaml, at the value of the key that a path of keys leads to (`["unsubscribe", "url"]`), or the nearest key above it
    /// that is there, else the file's first line.
    pub(super) fn finding(&self, keys: &[&str], message: impl Into<String>) -> Finding {
        Finding::new(Location::new(&self.config.source, self.place(keys)), message)
    }

    fn place(&self, keys: &[&str]) -> Span {
        let source = &self.config.source;
        let top = source.line(source.first_line()).unwrap_or_default();
        let Ok(tree) = crate::foundation::YamlTree::parse(source.text()) else {
            return top;
        };
        let mut node = &tree.root;
        let mut place = top;
        for key in keys {
            let Some(inner) = node.get(key) else { break };
            node = inner;
            place = inner.span;
        }
        let line = place.of(source.text()).lines().next().unwrap_or_default();
        Span::new(place.start, place.start + line.len())
    }
}
