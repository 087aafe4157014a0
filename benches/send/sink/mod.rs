//! An SMTP server that takes every message as fast as it comes, keeps none, and counts.

mod conversation;
mod deferrals;
mod now;
mod replies;
mod sink;
mod tally;

pub(crate) use deferrals::ONE_IN;
pub(crate) use now::now;
pub(crate) use sink::Sink;
pub(crate) use tally::Tallied;
