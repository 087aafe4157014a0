//! Tests of `scaffold`.

mod init;
mod journal;
mod new_interview;
mod remember_author;
mod scripted;
