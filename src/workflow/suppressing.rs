//! People who leave, come back, or want to be forgotten.

use std::collections::{HashMap, HashSet};

use crate::compose::Token;
use crate::foundation::{Address, CanonicalAddress, Environment, Failure, Keyring};
use crate::ledger::{
    AddressHash, Engine, RowFilter, SqliteEngine, Suppression, SuppressionReason, SuppressionScope,
};
use crate::publication::Publication;

use super::desk::{Desk, address_hash, ledger_failure};
use super::everyone::Everyone;

/// The ledger's suppressions, opened to be changed.
pub struct Suppressing {
    engine: SqliteEngine,
    keys: Keyring,
    hash: AddressHash,
    publication: Publication,
    environment: Environment,
}

/// One person on one list, as an address or a token names them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Who.
    pub canonical: CanonicalAddress,
    /// The list that the token was for; `None` where an address was given.
    pub list: Option<String>,
}

impl Suppressing {
    /// Opens the real ledger.
    pub fn open(publication: &Publication, environment: &Environment) -> Result<Self, Failure> {
        let keys = Desk::Live.keys(publication, environment)?;
        Ok(Self {
            engine: Desk::Live.open_ledger(publication, environment)?,
            hash: address_hash(keys.founding().clone()),
            keys,
            publication: publication.clone(),
            environment: environment.clone(),
        })
    }

    /// Who is named by each of these words, which are addresses or unsubscribe tokens; `None` for one that names nobody.
    pub fn named(&mut self, words: &[String]) -> Result<Vec<Option<Named>>, Failure> {
        let mut owners: HashMap<String, Option<Named>> = HashMap::new();
        for token in words.iter().filter_map(|word| token_in(word)) {
            owners.insert(token.to_string(), None);
        }
        if !owners.is_empty() {
            self.find_owners(&mut owners)?;
        }
        let named = |word: &String| match Address::parse(word) {
            Ok(address) => Some(Named {
                canonical: address.canonical(),
                list: None,
            }),
            Err(_) => owners.get(&token_in(word)?.to_string())?.clone(),
        };
        Ok(words.iter().map(named).collect())
    }

    /// Suppresses a person, for a list or for all.
    pub fn suppress(
        &mut self,
        canonical: &CanonicalAddress,
        scope: SuppressionScope,
        reason: SuppressionReason,
    ) -> Result<(), Failure> {
        let entry = Suppression {
            hash: (self.hash)(canonical.as_str()),
            canonical: Some(canonical.clone()),
            scope,
            reason,
            since: self.environment.clock.now(),
        };
        let added = self
            .engine
            .add_suppressions(&self.publication.config.id, &[entry]);
        added.map_err(|error| ledger_failure(&error))
    }

    /// Lifts a person's suppressions. Returns how many there were.
    pub fn lift(&mut self, canonical: &CanonicalAddress, scope: &SuppressionScope) -> Result<u64, Failure> {
        let hash = (self.hash)(canonical.as_str());
        let lifted = self
            .engine
            .lift_suppressions(&self.publication.config.id, &hash, scope);
        lifted.map_err(|error| ledger_failure(&error))
    }

    /// Erases a person from the ledger; only a keyed hash stays, so that no import brings them back. Returns how many rows named them.
    pub fn forget(&mut self, canonical: &CanonicalAddress) -> Result<u64, Failure> {
        let hash = (self.hash)(canonical.as_str());
        let now = self.environment.clock.now();
        let erased = self
            .engine
            .forget(&self.publication.config.id, canonical, &hash, now);
        erased.map_err(|error| ledger_failure(&error))
    }

    /// Which of these people stand on no list and never had a copy: more likely their address is mistyped than that they want to leave.
    pub fn strangers(
        &mut self,
        people: impl IntoIterator<Item = CanonicalAddress>,
    ) -> Result<HashSet<CanonicalAddress>, Failure> {
        let mut strangers: HashSet<_> = people.into_iter().collect();
        let mut everyone = Everyone {
            publication: &self.publication,
            engine: &mut self.engine,
        };
        everyone.on_lists(|_, canonical| {
            strangers.remove(canonical);
        })?;
        if !strangers.is_empty() {
            let filter = RowFilter {
                addresses: strangers.iter().cloned().collect(),
                ..RowFilter::default()
            };
            everyone.with_copies(&filter, |row| {
                strangers.remove(&row.canonical);
            })?;
        }
        Ok(strangers)
    }

    /// Tokens hold no address, so their owners are found by making everyone's token: first from the lists, then from the ledger, for those who stand on no list any more.
    fn find_owners(&mut self, tokens: &mut HashMap<String, Option<Named>>) -> Result<(), Failure> {
        let keys = &self.keys;
        let mut everyone = Everyone {
            publication: &self.publication,
            engine: &mut self.engine,
        };
        everyone.on_lists(|list, canonical| offer(keys, tokens, list, canonical))?;
        everyone.with_copies(&RowFilter::default(), |row| {
            row.lists
                .iter()
                .for_each(|list| offer(keys, tokens, list, &row.canonical));
        })
    }
}

/// Notes a person on a list as the owner of those tokens that are theirs.
fn offer(
    keys: &Keyring,
    tokens: &mut HashMap<String, Option<Named>>,
    list: &str,
    canonical: &CanonicalAddress,
) {
    // Mail that went out before the key was changed can still be unsubscribed by.
    for key in keys.iter() {
        let token = Token::for_reader(key, list, canonical).to_string();
        if let Some(owner) = tokens.get_mut(&token) {
            owner.get_or_insert_with(|| Named {
                canonical: canonical.clone(),
                list: Some(list.to_owned()),
            });
        }
    }
}

/// The token in a word that is no address.
fn token_in(word: &str) -> Option<Token> {
    if Address::parse(word).is_ok() {
        None
    } else {
        Token::parse(word)
    }
}
