//! What tests share: publications in temporary folders, servers, fixtures.

mod smtp_server;

pub(crate) use smtp_server::{Act, Identity, Log, SmtpServer, Step, Taken, say};
