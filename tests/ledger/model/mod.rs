//! The ledger against a plain model of it, over random schedules of everything that can happen.
//!
//! The model holds what the ledger should, and also what the ledger cannot know: which copies the relay took. Its people are honest: they say of a copy in doubt what is
//! true. Then, whatever happens, nobody gets two copies.

mod both;
mod copy;
mod decisions;
mod model;
mod schedules;
mod step;
