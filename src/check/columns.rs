//! What slots can name of an issue's subscribers.

use std::collections::{BTreeMap, BTreeSet};

use crate::issue::Draft;
use crate::publication::Publication;
use crate::subscriber::List;

use super::Material;

/// The columns of the lists that are there.
pub(super) struct Columns(BTreeMap<String, BTreeSet<String>>);

impl Columns {
    /// The columns of the lists that the drafts name.
    pub(super) fn of(publication: &Publication, material: &Material) -> Self {
        let mut columns = BTreeMap::new();
        for list in material.drafts.iter().flat_map(|draft| &draft.front.lists) {
            let path = publication.list_path(&list.value).ok().flatten();
            let (Some(path), false) = (path, columns.contains_key(&list.value)) else {
                continue;
            };
            if let Ok(found) = List::read(&path, publication.shown(&path)) {
                columns.insert(list.value.clone(), found.fields().iter().cloned().collect());
            }
        }
        Self(columns)
    }

    /// The columns of an issue's lists, where at least one of them is there.
    pub(super) fn of_issue(&self, draft: &Draft) -> Option<BTreeSet<String>> {
        let lists = draft
            .front
            .lists
            .iter()
            .filter_map(|list| self.0.get(&list.value));
        lists
            .cloned()
            .reduce(|all, more| all.union(&more).cloned().collect())
    }
}
