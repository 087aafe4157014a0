//! What tests share: publications in temporary folders, the program in process, servers, fixtures.

mod program;
mod publication;
#[cfg(feature = "servers")]
mod sample;
mod smtp_server;

pub(crate) use program::Program;
pub(crate) use publication::{HOUSE_STYLE, TestPublication, check_text, good_draft};
#[cfg(feature = "servers")]
pub(crate) use sample::{SAMPLE_ISSUE, sample_publication};
pub(crate) use smtp_server::{Act, Identity, Log, SmtpServer, Step, Taken, say};
