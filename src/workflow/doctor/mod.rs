//! What stands between a publication and its readers' inboxes, looked at before the first send.
//!
//! ```text
//! Examination ─┬─ relay: answers, TLS, AUTH           ─┐
//!              ├─ SPF · DKIM · DMARC · MX, by Names     ├─▶ Finding: a verdict, what to do, the record to publish
//!              ├─ clock · ledger · disk                 │
//!              └─ a copy for every row                 ─┘
//! ```

mod clock;
mod copies;
mod disk;
mod dkim_keys;
mod dmarc;
mod dmarc_policy;
mod dns_record;
mod examination;
mod finding;
mod ledger;
mod mail_exchangers;
mod names;
mod network;
mod relay;
mod spf;
mod spf_record;
mod spf_walk;

pub use dns_record::DnsRecord;
pub use examination::{Examination, ExaminationRequest};
pub use finding::{Finding, Topic, Verdict};
