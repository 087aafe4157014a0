//! What tests share: publications in temporary folders, the program in process, servers, fixtures.

mod cut_link;
mod dice;
mod dns_server;
mod failing_disk;
mod far_link;
mod git;
mod newsroom;
mod program;
mod publication;
mod relay;
mod sample;
mod schema;
mod small_disk;
mod smtp_server;
mod soak;
pub(crate) mod web_server;

pub(crate) use cut_link::Cut;
pub(crate) use dice::Dice;
pub(crate) use dns_server::DnsServer;
pub(crate) use failing_disk::FailingDisk;
pub(crate) use far_link::Far;
pub(crate) use git::git;
pub(crate) use newsroom::{ISSUE, ISSUE_ID, Newsroom, addresses, process_in, readers};
pub(crate) use program::{Program, Ran};
pub(crate) use publication::{FOOTER, HOUSE_STYLE, TestPublication, check_text, good_draft};
pub(crate) use relay::Relay;
pub(crate) use sample::{SAMPLE_ISSUE, sample_publication};
pub(crate) use schema::{ANY, ITEM, Schema, Steps, document, schema_path};
pub(crate) use small_disk::SmallDisk;
pub(crate) use smtp_server::{Act, Identity, Log, Moment, SmtpServer, Step, Taken, say};
pub(crate) use soak::soaked;
