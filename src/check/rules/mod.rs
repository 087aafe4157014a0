//! The rules, one a file, in one folder a family.

pub(super) mod accessibility;
pub(super) mod clients;
pub(super) mod configuration;
pub(super) mod front_matter;
pub(super) mod law;
pub(super) mod links;
pub(super) mod lists;
pub(super) mod message;
pub(super) mod personalisation;
pub(super) mod rendering;
pub(super) mod structure;
pub(super) mod templates;
pub(super) mod text;
