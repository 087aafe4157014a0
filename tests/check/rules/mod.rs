//! Each rule: what it says, and when it is quiet.

mod accessibility;
mod clients;
mod configuration;
mod front_matter;
mod law;
mod links;
mod lists;
mod message;
mod personalisation;
mod rendering;
mod structure;
mod templates;
mod text;
