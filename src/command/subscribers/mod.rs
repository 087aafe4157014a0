//! `digest subscribers`: the lists, and who must not get mail.

mod add;
mod check;
mod forget;
mod known_suppressed;
mod list;
mod remove;
mod resubscribe;
mod strangers;
mod subscribers;
mod unsubscribe;
mod wanted_list;

pub(super) use subscribers::Subscribers;
