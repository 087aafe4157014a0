//! The publication's keys, the newest first.

use super::Key;

/// One key, or several where keys were changed over time.
///
/// The first makes what goes out from now on; each goes on verifying what was made with it. The last is the one that the publication began with: the ledger's hashes and
/// the Message-IDs are made with it for ever, since a copy must be called the same at every try.
#[derive(Debug, Clone)]
pub struct Keyring(Vec<Key>);

impl Keyring {
    /// Reads keys as [`Key::parse`] does, one a line (white space or commas part them, as an environment variable may need it). `None` where one is no key, two have the
    /// same id, or there is none.
    pub fn parse(text: &str) -> Option<Self> {
        let keys: Option<Vec<Key>> = text
            .split(|c: char| c.is_whitespace() || c == ',')
            .filter(|word| !word.is_empty())
            .map(Key::parse)
            .collect();
        let keys = keys.filter(|keys| !keys.is_empty())?;
        let alike = |at: usize, key: &Key| keys[..at].iter().any(|other| other.has_id(key.id()));
        let twice = keys.iter().enumerate().any(|(at, key)| alike(at, key));
        (!twice).then_some(Self(keys))
    }

    /// The key that makes tokens and tags now.
    pub fn current(&self) -> &Key {
        &self.0[0]
    }

    /// The key that the publication began with.
    pub fn founding(&self) -> &Key {
        &self.0[self.0.len() - 1]
    }

    /// All of them, the newest first.
    pub fn iter(&self) -> impl Iterator<Item = &Key> {
        self.0.iter()
    }

    /// The key with an id, in whatever case it was written.
    pub fn find(&self, id: &str) -> Option<&Key> {
        self.0.iter().find(|key| key.has_id(id))
    }
}

impl From<Key> for Keyring {
    fn from(key: Key) -> Self {
        Self(vec![key])
    }
}
