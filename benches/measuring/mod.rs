//! What every benchmark needs: what it is told, the account of a run, the machine, the peers, and how figures are told.

mod figures;
mod machine;
mod measured;
mod peer;
mod promise;
mod spread;
mod words;

pub(crate) use figures::{megabytes, time};
pub(crate) use machine::described;
pub(crate) use measured::Measured;
pub(crate) use peer::{leave_out, peer};
pub(crate) use promise::{Promise, of_promises};
pub(crate) use spread::{median, most};
pub(crate) use words::words;
