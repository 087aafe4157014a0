//! Where several verbs meet: a send from plan to account, and what people ask of the ledger.

mod account;
mod audience;
mod claims;
mod clearance;
mod date_header;
mod desk;
mod edition_change;
mod freeze;
mod frozen_copy;
mod holder;
mod manuscript;
mod opened_ledger;
mod person;
mod prepared_send;
mod relay_settings;
mod secrets;
mod send_record;
mod send_request;
mod sent;
mod specimen;
mod suppressing;
mod test_copies;
mod test_send;

pub use account::Account;
pub use clearance::{clear, edition};
pub use date_header::date_header;
pub use desk::Desk;
pub use frozen_copy::FrozenCopy;
pub use manuscript::Manuscript;
pub use prepared_send::PreparedSend;
pub use send_request::SendRequest;
pub use sent::Sent;
pub use specimen::Specimen;
pub use suppressing::{Named, Suppressing};
pub use test_send::{TestOutcomes, TestSend};
