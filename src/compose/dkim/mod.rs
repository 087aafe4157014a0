//! DKIM signatures (RFC 6376, RFC 8301, RFC 8463): relaxed/relaxed, SHA-256, RSA or Ed25519, no `l=`.
//!
//! A signature says nothing of when it was made, and both algorithms give the same bytes for the same message: a second attempt is the same in every byte, as long as the key
//! is the same.

mod body_hash;
mod header_data;
mod key_record;
mod signer;
mod signing_key;
mod signing_key_error;

pub use body_hash::{BodyHash, body_hash};
pub use header_data::header_data;
pub use key_record::{KeyRecord, Published};
pub use signer::{Signer, Signers};
pub use signing_key::SigningKey;
pub use signing_key_error::SigningKeyError;
