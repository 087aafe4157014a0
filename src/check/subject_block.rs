//! The text that becomes the subject.

use crate::issue::{BlockKind, PartOf, Prose, ProseBlock, scan_tags};

/// The front matter's `subject`, else the title.
pub(super) fn subject_block(prose: &Prose) -> Option<&ProseBlock> {
    let subject = prose.blocks.iter().find(|block| block.kind == BlockKind::Subject);
    let mut titles = prose.blocks.iter().filter(|block| block.is_heading());
    subject.or_else(|| titles.find(|block| block.part == PartOf::Title))
}

/// A text with spaces for its template tags: what their values are is not known, and everything else stays where it is.
pub(super) fn without_tags(text: &str) -> String {
    let mut blank = String::with_capacity(text.len());
    let mut at = 0;
    for tag in scan_tags(text) {
        blank.push_str(&text[at..tag.span.start]);
        blank.push_str(&" ".repeat(tag.span.len()));
        at = tag.span.end;
    }
    blank.push_str(&text[at..]);
    blank
}
