//! Who an issue goes to, as far as their values matter to what is written.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use crate::issue::Draft;
use crate::publication::Publication;
use crate::subscriber::{List, Page, Profile, Row};

/// More distinct tags than that are not kept.
const MOST_TAGS: usize = 50;

/// The lists that are there, each read when it is first asked for.
pub(super) struct Readership<'a> {
    publication: &'a Publication,
    lists: Mutex<BTreeMap<String, ReadList>>,
}

/// A list's readers, once somebody has asked for them; `None` where the list is not there.
type ReadList = Arc<OnceLock<Option<Readers>>>;

/// What is to be known of a list's subscribers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Readers {
    /// The columns that slots can name besides `email`, `name`, `language` and `tags`.
    pub(super) columns: BTreeSet<String>,
    /// How many get mail.
    pub(super) count: usize,
    /// How many of those have nothing in a column; `name` is one.
    pub(super) without: BTreeMap<String, usize>,
    /// The longest value of every column, and all tags.
    pub(super) longest: Profile,
}

impl<'a> Readership<'a> {
    /// The lists of a publication.
    pub(super) fn new(publication: &'a Publication) -> Self {
        Self {
            publication,
            lists: Mutex::default(),
        }
    }

    /// The readers of an issue's lists together, where at least one of the lists is there.
    pub(super) fn of_issue(&self, draft: &Draft) -> Option<Readers> {
        let lists = draft.front.lists.iter();
        let read = lists.filter_map(|list| self.of_list(&list.value).get().cloned().flatten());
        read.reduce(Readers::with)
    }

    /// Others wait for a list that one is reading, and for no other.
    fn of_list(&self, name: &str) -> ReadList {
        let list = {
            // Nothing panics while it holds the lock.
            let mut lists = self.lists.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(lists.entry(name.to_owned()).or_default())
        };
        list.get_or_init(|| {
            let path = self.publication.list_path(name).ok().flatten()?;
            let list = List::read(&path, self.publication.shown(&path)).ok()?;
            Some(Readers::read(list))
        });
        list
    }
}

impl Readers {
    fn read(list: List) -> Self {
        let nobody = Self {
            columns: list.fields().iter().cloned().collect(),
            ..Self::default()
        };
        let mut readers = nobody.clone();
        let read = list.abreast(
            |page| nobody.clone().of_page(page),
            |others| {
                readers = std::mem::take(&mut readers).with(others);
                readers.longest.tags.truncate(MOST_TAGS);
                Ok(())
            },
        );
        // Where a list cannot be read further, those who stand before that are its readers; others say what is wrong with it.
        drop(read);
        readers
    }

    fn of_page(mut self, page: Page) -> Self {
        for row in page {
            if let Row::Usable { subscriber, .. } = row
                && subscriber.status.gets_mail()
            {
                self.add(&Profile::from(subscriber));
            }
        }
        self
    }

    fn add(&mut self, profile: &Profile) {
        self.count += 1;
        longer(&mut self.longest.email, &profile.email);
        longer(&mut self.longest.name, &profile.name);
        if profile.name.trim().is_empty() {
            count(&mut self.without, "name");
        }
        for column in &self.columns {
            let value = profile.fields.get(column).map_or("", String::as_str);
            if value.trim().is_empty() {
                count(&mut self.without, column);
            }
            if let Some(longest) = self.longest.fields.get_mut(column) {
                longer(longest, value);
            } else {
                self.longest.fields.insert(column.clone(), value.to_owned());
            }
        }
        if self.longest.language.is_none() {
            self.longest.language.clone_from(&profile.language);
        }
        for tag in &profile.tags {
            if self.longest.tags.len() < MOST_TAGS && !self.longest.tags.contains(tag) {
                self.longest.tags.push(tag.clone());
            }
        }
    }

    /// These and others: whoever lacks a column altogether lacks its value.
    fn with(mut self, other: Self) -> Self {
        let all: BTreeSet<String> = self.columns.union(&other.columns).cloned().collect();
        for column in all.iter().chain([&"name".to_owned()]) {
            let missing = |readers: &Self| {
                if readers.columns.contains(column) || column == "name" {
                    readers.without.get(column).copied().unwrap_or_default()
                } else {
                    readers.count
                }
            };
            let without = missing(&self) + missing(&other);
            if without > 0 {
                self.without.insert(column.clone(), without);
            }
            let value = other.longest.fields.get(column).map_or("", String::as_str);
            longer(self.longest.fields.entry(column.clone()).or_default(), value);
        }
        longer(&mut self.longest.email, &other.longest.email);
        longer(&mut self.longest.name, &other.longest.name);
        self.longest.fields.remove("name");
        self.longest.language = self.longest.language.or(other.longest.language);
        let tags = other.longest.tags.into_iter();
        let new: Vec<String> = tags.filter(|tag| !self.longest.tags.contains(tag)).collect();
        self.longest.tags.extend(new);
        self.columns = all;
        self.count += other.count;
        self
    }
}

/// Counts one more under a name, which is known already but for the first time.
fn count(counts: &mut BTreeMap<String, usize>, name: &str) {
    match counts.get_mut(name) {
        Some(count) => *count += 1,
        None => {
            counts.insert(name.to_owned(), 1);
        }
    }
}

/// Keeps the longer of two values.
fn longer(kept: &mut String, value: &str) {
    // No text has more characters than bytes.
    let length = kept.chars().count();
    if value.len() > length && value.chars().count() > length {
        value.clone_into(kept);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Its longest values, its tags and the first language stand in parts far from each other.
    fn long_list() -> String {
        let rows = (0..9_000).map(|n| {
            let name = if n == 8_000 {
                "Anna-Vera of the Long Name"
            } else {
                "Anna"
            };
            let name = if n % 100 == 7 { "" } else { name };
            let city = if n % 3 == 0 { "" } else { "Ostrava" };
            let language = if n == 5_000 { "cs" } else { "" };
            let status = if n % 10 == 9 { "unsubscribed" } else { "" };
            format!(
                "reader{n}@example.org,{name},{language},tag{},{city},{status}\n",
                n / 100
            )
        });
        "email,name,language,tags,city,status\n".to_owned() + &rows.collect::<String>()
    }

    #[test]
    fn a_list_that_is_read_in_parts_has_the_readers_that_it_has_as_a_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("weekly.csv");
        crate::foundation::replace(&path, long_list().as_bytes()).unwrap();
        let list = || List::read(&path, &path).unwrap();
        let mut whole = Readers {
            columns: list().fields().iter().cloned().collect(),
            ..Readers::default()
        };
        for row in list() {
            if let Row::Usable { subscriber, .. } = row.unwrap()
                && subscriber.status.gets_mail()
            {
                whole.add(&Profile::from(subscriber));
            }
        }
        assert_eq!((whole.count, whole.longest.tags.len()), (8_100, MOST_TAGS));
        assert_eq!(whole.longest.language.as_deref(), Some("cs"));
        assert_eq!(Readers::read(list()), whole);
    }
}
