//! One round over many pages.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};
use std::thread;

use url::Url;

use super::{PoliteClient, Verdict, probe};

/// So many hosts are asked at the same time.
const SIDE_BY_SIDE: usize = 8;

/// A link that was probed, told as it happens and from whichever thread.
#[derive(Debug, Clone, Copy)]
pub struct Probed<'a> {
    /// The link, without its fragment.
    pub link: &'a str,
    /// What became of it.
    pub verdict: &'a Verdict,
    /// How many were probed so far, with this one.
    pub done: usize,
    /// How many there are to probe; those known from before are not counted.
    pub of: usize,
}

/// Probes pages: one host's one after the other, several hosts side by side.
pub(super) struct Round<'a> {
    client: &'a PoliteClient,
    tell: &'a (dyn Fn(Probed<'_>) + Send + Sync),
    /// The pages of each host that nobody has taken up yet; the host with the most pages is the last, and taken first.
    waiting: Mutex<Vec<Vec<Url>>>,
    verdicts: Mutex<BTreeMap<Url, Verdict>>,
    of: usize,
}

impl<'a> Round<'a> {
    pub(super) fn new(
        client: &'a PoliteClient,
        tell: &'a (dyn Fn(Probed<'_>) + Send + Sync),
        pages: BTreeSet<Url>,
    ) -> Self {
        let of = pages.len();
        let mut hosts: BTreeMap<String, Vec<Url>> = BTreeMap::new();
        for page in pages {
            let host = page.host_str().unwrap_or_default().to_owned();
            hosts.entry(host).or_default().push(page);
        }
        let mut waiting: Vec<Vec<Url>> = hosts.into_values().collect();
        waiting.sort_by_key(Vec::len);
        Self {
            client,
            tell,
            waiting: Mutex::new(waiting),
            verdicts: Mutex::default(),
            of,
        }
    }

    /// The verdict on every page.
    pub(super) fn run(self) -> BTreeMap<Url, Verdict> {
        let hosts = self.with_waiting(|waiting| waiting.len());
        thread::scope(|scope| {
            for _ in 0..hosts.min(SIDE_BY_SIDE) {
                scope.spawn(|| self.work());
            }
        });
        self.verdicts.into_inner().unwrap_or_else(PoisonError::into_inner)
    }

    fn work(&self) {
        while let Some(pages) = self.with_waiting(Vec::pop) {
            for page in pages {
                let verdict = probe(self.client, &page);
                self.note(page, verdict);
            }
        }
    }

    fn with_waiting<T>(&self, look: impl FnOnce(&mut Vec<Vec<Url>>) -> T) -> T {
        look(&mut self.waiting.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Tells of a verdict and keeps it. Told while the lock is held, so that the count never runs backwards.
    fn note(&self, page: Url, verdict: Verdict) {
        let mut verdicts = self.verdicts.lock().unwrap_or_else(PoisonError::into_inner);
        (self.tell)(Probed {
            link: page.as_str(),
            verdict: &verdict,
            done: verdicts.len() + 1,
            of: self.of,
        });
        verdicts.insert(page, verdict);
    }
}
