//! New publications and new drafts.

mod init;

pub use init::{Initialised, init};
