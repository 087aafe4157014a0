//! An SMTP server that takes every message as fast as it comes, keeps none, and counts.

mod conversation;
mod now;
mod replies;
mod sink;
mod tally;

pub(crate) use now::now;
pub(crate) use sink::Sink;
pub(crate) use tally::Tallied;
