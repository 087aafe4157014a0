//! With what the readers read.

use thiserror::Error;

use crate::foundation::nearest;
use crate::publication::CheckSettings;

use super::{Client, ClientSet, tables};

/// Whom it is held against where digest.yaml says nothing.
const USUAL: [&str; 4] = ["gmail", "outlook", "apple-mail", "yahoo"];
/// Every family there is.
const ALL: &str = "all";

/// The families of mail clients that a publication's readers use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audience {
    families: Vec<(&'static str, ClientSet)>,
}

/// A name that no family has.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("`{name}` is no family of mail clients")]
pub struct UnknownFamily {
    /// The name.
    pub name: String,
    /// What was meant, or which there are.
    pub hint: String,
}

impl Audience {
    /// The families with these names, as digest.yaml lists them; `all` stands for every one.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Result<Self, UnknownFamily> {
        let mut families: Vec<(&'static str, ClientSet)> = Vec::new();
        for name in names {
            let named: Vec<_> = every_family()
                .filter(|(family, _)| name == ALL || *family == name)
                .collect();
            if named.is_empty() {
                return Err(UnknownFamily::new(name));
            }
            for family in named {
                if !families.contains(&family) {
                    families.push(family);
                }
            }
        }
        Ok(Self { families })
    }

    /// The audience that digest.yaml names, but for names that are none: those are told when the file is checked.
    pub(in crate::check) fn in_settings(settings: &CheckSettings) -> Self {
        let names = settings.audience.iter().map(|(name, _)| name.as_str());
        let known: Vec<&str> = names.filter(|name| Self::of([*name]).is_ok()).collect();
        if known.is_empty() {
            return Self::default();
        }
        Self::of(known).unwrap_or_default()
    }

    /// The names that may be listed, but for `all`.
    pub fn family_names() -> impl Iterator<Item = &'static str> {
        every_family().map(|(family, _)| family)
    }

    /// The families' names and members, in the order in which they were listed.
    pub(super) fn families(&self) -> impl Iterator<Item = (&'static str, ClientSet)> {
        self.families.iter().copied()
    }

    /// All of their members.
    pub(super) fn clients(&self) -> ClientSet {
        let sets = self.families().map(|(_, clients)| clients);
        sets.fold(ClientSet::default(), ClientSet::or)
    }
}

impl Default for Audience {
    fn default() -> Self {
        let families = USUAL.iter().map(|name| (*name, members(name)));
        Self {
            families: families.collect(),
        }
    }
}

impl UnknownFamily {
    fn new(name: &str) -> Self {
        let names = || Audience::family_names().chain([ALL]);
        let hint = match nearest(name, names()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there are {}", names().collect::<Vec<_>>().join(", ")),
        };
        Self {
            name: name.to_owned(),
            hint,
        }
    }
}

/// Every family once; the table keeps a family's members together.
fn every_family() -> impl Iterator<Item = (&'static str, ClientSet)> {
    let families = tables().clients.chunk_by(|one, next| one.family == next.family);
    families.map(|clients| (clients[0].family, members(clients[0].family)))
}

fn members(family: &str) -> ClientSet {
    let in_family = |(_, client): &(usize, &Client)| client.family == family;
    let clients = tables().clients.iter().enumerate().filter(in_family);
    clients.fold(ClientSet::default(), |set, (place, _)| set.with(place))
}
