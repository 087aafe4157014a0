//! What the ledger's commits outlive.

use super::Fault;

/// What a commit of a send has outlived once it has returned. Either way the program may die at any moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Durability {
    /// A power cut: every commit waits until the disk has it.
    #[default]
    Power,
    /// The end of the process alone: faster, but a power cut may undo the last commits, and their copies are then sent again.
    Process,
}

impl Durability {
    /// Reads `durability`.
    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "power" => Ok(Self::Power),
            "process" => Ok(Self::Process),
            _ => Err(Fault::new(format!("`{text}` is neither `power` nor `process`"))),
        }
    }
}
