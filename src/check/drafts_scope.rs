//! What a rule sees that looks at all drafts together.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::foundation::{Location, Span};
use crate::issue::Draft;
use crate::publication::Config;

use super::{Finding, TellingItems, telling_items};

/// All drafts of the publication, in the order of their paths.
pub(super) struct DraftsScope<'a> {
    /// The drafts that are to be checked.
    pub(super) checked: Vec<&'a Draft>,
    /// The publication's other drafts.
    pub(super) others: Vec<&'a Draft>,
    /// What the reviews have read of the checked drafts' items already, draft by draft; what is missing is read when it is asked for.
    pub(super) items: Vec<Option<TellingItems>>,
    /// digest.yaml.
    pub(super) config: &'a Config,
}

impl<'a> DraftsScope<'a> {
    /// The items of all drafts that are long enough to be known again: those of the checked drafts, then those of the others.
    pub(super) fn items(&self) -> Vec<TellingItems> {
        let read = |draft: &&Draft| telling_items(draft);
        let checked = self.checked.par_iter().enumerate();
        let checked = checked.map(|(at, draft)| match self.items.get(at) {
            Some(Some(items)) => Arc::clone(items),
            _ => read(draft),
        });
        checked.chain(self.others.par_iter().map(read)).collect()
    }

    /// A finding at each checked draft whose key another draft has too. `key` gives it and where it stands; `message` says it of a key and
    /// the other draft's path. Of drafts that are all checked, the first is the one that is right.
    pub(super) fn repeated<K: Ord>(
        &self,
        key: impl Fn(&'a Draft) -> Option<(K, Span)>,
        message: impl Fn(&K, &str) -> (String, String),
    ) -> Vec<Finding> {
        let mut holders: BTreeMap<K, &'a Draft> = BTreeMap::new();
        for draft in &self.others {
            if let Some((key, _)) = key(draft) {
                holders.entry(key).or_insert(draft);
            }
        }
        let mut findings = Vec::new();
        for draft in &self.checked {
            let Some((key, span)) = key(draft) else { continue };
            if let Some(holder) = holders.get(&key) {
                let (message, hint) = message(&key, &holder.source.path().display().to_string());
                findings.push(Finding::new(Location::new(&draft.source, span), message).hinted(hint));
            } else {
                holders.insert(key, draft);
            }
        }
        findings
    }
}
