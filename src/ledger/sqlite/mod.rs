//! The ledger in one SQLite file: for a publication that is sent from one machine at a time.
//!
//! Write-ahead log with `synchronous = FULL`: a commit that has returned outlives a power cut, and `status` can read while another process sends. Sending itself is for
//! one process at a time, kept so by a lock of the operating system on a file beside the ledger: it cannot outlive its process.
//!
//! - `claimed` lives in memory only, so that claiming writes nothing; a row that was claimed when the program died simply still is planned.
//! - Rows get their ids in address order and are claimed in id order, so that a send writes the file from front to back. Rows that were tried before come last, so that
//!   those that stopped a run do not stop the next before it has begun.
//! - A plan is a walk along two streams sorted by address, the staged rows and the rows, with one pure decision for each address ([`decide`]).

mod apply;
mod at_once;
mod claim;
mod commit;
mod configure;
mod decide;
mod edition;
mod existing;
mod fault;
mod filtered;
mod forget;
mod groups;
mod held;
mod intents;
mod ledger_key;
mod lock;
mod look;
mod open;
mod reasons;
mod recall;
mod recover;
mod rows;
mod schema;
mod seal;
mod sending;
mod settle;
mod sqlite_engine;
mod suppressions;
mod veil;
mod walk;

pub use ledger_key::{AddressHash, LedgerKey};
pub use sqlite_engine::SqliteEngine;
