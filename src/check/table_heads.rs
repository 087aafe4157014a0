//! The first rows of tables.

use crate::issue::{BlockKind, ProseBlock};

/// The heads of the tables among a draft's blocks, each as its cells.
pub(super) fn table_heads(blocks: &[ProseBlock]) -> impl Iterator<Item = &[ProseBlock]> {
    let runs = blocks.chunk_by(|a, b| a.kind == BlockKind::HeadCell && b.kind == BlockKind::HeadCell);
    runs.filter(|run| run[0].kind == BlockKind::HeadCell)
}
