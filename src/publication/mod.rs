//! The folder that holds a newsletter, and its digest.yaml.
//!
//! A publication is sought upwards from where one stands. Its configuration is read with the place of every value, so that each
//! mistake in it is a [`Diagnostic`](crate::foundation::Diagnostic) like any other, and all are told at once.

mod author;
mod check_settings;
mod config;
mod dkim;
mod durability;
mod fault;
mod folder;
mod headers;
mod reader;
mod relay;
mod relay_url;
mod structure;
mod unsubscribe;
pub mod value;
mod verp;

pub use author::Author;
pub use check_settings::{CheckSettings, RuleLimit, RuleSetting, Term};
pub use config::{Config, ListSettings, Sender};
pub use dkim::DkimSettings;
pub use durability::Durability;
pub use fault::Fault;
pub use folder::Publication;
pub use headers::Headers;
pub use reader::{Named, Reader, ReaderRules};
pub use relay::{PerDomain, Relay, Security};
pub use structure::{LeadStyle, SectionKind, SectionStyle, Structure};
pub use unsubscribe::Unsubscribe;
pub use verp::Verp;
