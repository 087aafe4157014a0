//! DKIM signatures.

mod body_hash;
mod key_record;
mod keys;
mod rfc8463;
mod signing_key;
mod verified;

pub(crate) use keys::dkim_key;
