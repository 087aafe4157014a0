//! Tests of `compose`.

mod bounce_tag;
mod composed;
mod dkim;
mod fixture;
mod headers;
mod probe;
mod property;
mod slots;
mod token;

pub(crate) use dkim::dkim_key;
