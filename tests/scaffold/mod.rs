//! Tests of `scaffold`.

mod init;
