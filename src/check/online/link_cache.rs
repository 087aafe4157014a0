//! Links that answered lately.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use url::Url;

use crate::foundation::{create_new, replace};

use super::Verdict;

/// How long a good answer counts.
const GOOD_FOR: SignedDuration = SignedDuration::from_hours(24);
/// At most so many links are kept, the latest.
const MOST_LINKS: usize = 10_000;
/// A larger file is none of ours.
const LARGEST_FILE: u64 = 8 << 20;
const VERSION: u32 = 1;

/// The links that answered within a day, in a file. Only good answers are kept: a link that was mended must be well at once, and a doubt is there
/// to be resolved by the next run. A file that cannot be read, or not be written, only costs time.
#[derive(Debug, Default)]
pub(super) struct LinkCache {
    path: Option<PathBuf>,
    links: BTreeMap<String, Entry>,
    changed: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Entry {
    /// When it answered.
    at: Timestamp,
    /// Where it has moved to for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    moved: Option<String>,
}

#[derive(Serialize, Deserialize)]
struct Kept {
    version: u32,
    links: BTreeMap<String, Entry>,
}

impl LinkCache {
    /// What a file holds that still counts; nothing where there is no file.
    pub(super) fn open(path: Option<&Path>, now: Timestamp) -> Self {
        let mut links = path.and_then(read).unwrap_or_default();
        // What was written later than now was written by another clock.
        links.retain(|_, entry| entry.at <= now && now.duration_since(entry.at) < GOOD_FOR);
        Self {
            path: path.map(Path::to_path_buf),
            links,
            changed: false,
        }
    }

    /// The verdict on a link, if it was good lately.
    pub(super) fn verdict(&self, link: &str) -> Option<Verdict> {
        let Some(to) = &self.links.get(link)?.moved else {
            return Some(Verdict::Answers);
        };
        // It is shown to people: what is no URL was not written by us.
        Url::parse(to).ok().map(|to| Verdict::Moved { to: to.into() })
    }

    /// Keeps a verdict if it is a good one.
    pub(super) fn keep(&mut self, link: &str, verdict: &Verdict, now: Timestamp) {
        let moved = match verdict {
            Verdict::Answers => None,
            Verdict::Moved { to } => Some(to.clone()),
            _ => return,
        };
        self.links.insert(link.to_owned(), Entry { at: now, moved });
        self.changed = true;
    }

    /// Writes the file, where there is something new to keep.
    pub(super) fn save(self) {
        let Some(path) = self.path.filter(|_| self.changed) else {
            return;
        };
        let mut links: Vec<(String, Entry)> = self.links.into_iter().collect();
        links.sort_by_key(|(_, entry)| std::cmp::Reverse(entry.at));
        links.truncate(MOST_LINKS);
        let kept = Kept {
            version: VERSION,
            links: links.into_iter().collect(),
        };
        if let (Ok(text), Some(folder)) = (serde_json::to_vec_pretty(&kept), path.parent()) {
            // The next run asks again.
            let _ = keep_out_of_git(folder).and_then(|()| replace(&path, &text));
        }
    }
}

fn read(path: &Path) -> Option<BTreeMap<String, Entry>> {
    let mut text = String::new();
    let file = File::open(path).ok()?;
    file.take(LARGEST_FILE).read_to_string(&mut text).ok()?;
    let kept: Kept = serde_json::from_str(&text).ok()?;
    (kept.version == VERSION).then_some(kept.links)
}

/// A state folder that is made here ignores itself, as one made by `init` does.
fn keep_out_of_git(folder: &Path) -> std::io::Result<()> {
    if folder.exists() {
        return Ok(());
    }
    create_new(&folder.join(".gitignore"), b"*\n")
}
