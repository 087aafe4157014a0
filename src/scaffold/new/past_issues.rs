//! What the drafts that are there already use up.

use crate::issue::Draft;
use crate::publication::Publication;

/// The ids and numbers of a publication's drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PastIssues {
    /// Every draft's id, and every draft's file stem.
    names: Vec<String>,
    /// Every number.
    numbers: Vec<u32>,
}

impl PastIssues {
    /// Reads the publication's drafts; one that cannot be read still uses up its file's name.
    pub fn of(publication: &Publication) -> Self {
        let mut past = Self::default();
        for path in publication.drafts() {
            past.names
                .extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
            if let Ok(draft) = Draft::read(&path, publication.shown(&path)) {
                past.names.extend(draft.front.id.map(|id| id.value));
                past.numbers.extend(draft.front.issue.map(|issue| issue.value));
            }
        }
        past
    }

    /// Whether a draft has this id or file name. Letter case does not make a file another on every system.
    pub fn has_name(&self, name: &str) -> bool {
        self.names.iter().any(|known| known.eq_ignore_ascii_case(name))
    }

    /// Whether a draft has this number.
    pub fn has_number(&self, number: u32) -> bool {
        self.numbers.contains(&number)
    }

    /// The number after the last; 1 for the first issue of all; `None` where there are drafts and none is numbered.
    pub fn next_number(&self) -> Option<u32> {
        match self.numbers.iter().max() {
            Some(last) => last.checked_add(1),
            None => self.names.is_empty().then_some(1),
        }
    }
}
