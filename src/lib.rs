#![doc = include_str!("architecture.md")]

pub mod check;
pub mod command;
pub mod compose;
pub mod deliver;
pub mod edition;
pub mod foundation;
pub mod issue;
pub mod ledger;
pub mod message;
pub mod publication;
pub mod render;
pub mod report;
pub mod sandbox;
pub mod scaffold;
pub mod subscriber;
pub mod workflow;
