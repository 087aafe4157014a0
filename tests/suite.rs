//! Every integration test, in one program: one folder a floor, one file a feature.

mod check;
mod command;
mod compose;
mod deliver;
mod foundation;
mod issue;
mod ledger;
mod publication;
mod render;
mod report;
mod repository;
mod sandbox;
mod scaffold;
#[cfg(feature = "servers")]
mod servers;
mod subscriber;
mod support;
mod workflow;
