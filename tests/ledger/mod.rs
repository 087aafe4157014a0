//! Tests of `ledger`.
#![expect(clippy::unwrap_used, reason = "a test that cannot be set up is a failed test")]

mod accounting;
mod claiming;
mod committing;
mod fixture;
mod keeping;
mod leaving;
mod model;
mod people;
mod planning;
mod recalling;
mod sending;
mod unusable;
