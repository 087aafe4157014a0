//! Editions on their way into the ledger and out of it.

use std::sync::Arc;

use crate::compose::Composer;
use crate::edition::Edition;
use crate::foundation::{Failure, Keyring};
use crate::ledger::{FrozenEdition, Scope};

/// An edition as the ledger keeps it, with the Date header that its copies will have.
pub(super) fn freeze(edition: &Edition, date: String) -> FrozenEdition {
    FrozenEdition {
        hash: edition.hash(),
        content: edition.to_frozen_json(),
        date,
    }
}

/// The edition that was frozen.
pub(super) fn thaw(frozen: &FrozenEdition) -> Result<Edition, Failure> {
    serde_json::from_str(&frozen.content).map_err(|error| {
        Failure::new(format!(
            "the ledger holds an edition that this version cannot read: {error}"
        ))
        .hinted("send with the version of digest that planned it")
    })
}

/// What makes the copies of a frozen edition.
pub(super) fn composer_of(frozen: &FrozenEdition, keys: &Keyring) -> Result<Composer, Failure> {
    composer(thaw(frozen)?, keys, &Scope::Live, &frozen.date)
}

/// What makes the copies of an edition.
pub(super) fn composer(
    edition: Edition,
    keys: &Keyring,
    scope: &Scope,
    date: &str,
) -> Result<Composer, Failure> {
    Composer::new(Arc::new(edition), keys.clone(), &scope.to_string(), date)
        .map_err(|error| Failure::new(error.to_string()))
}
