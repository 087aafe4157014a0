//! What tests share: publications in temporary folders, the program in process, servers, fixtures.

mod program;
mod publication;
mod smtp_server;

pub(crate) use program::{Program, Ran};
pub(crate) use publication::{HOUSE_STYLE, TestPublication, check_text, good_draft};
pub(crate) use smtp_server::{Act, Identity, Log, SmtpServer, Step, Taken, say};
