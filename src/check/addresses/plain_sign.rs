//! Whether a sign is one that Markdown reads.

use crate::foundation::Span;
use crate::issue::ProseBlock;

/// Whether brackets in a block's text stand in the draft as they are, without a backslash before them or an entity in their place.
pub(in crate::check) fn is_plain_sign(block: &ProseBlock, sign: Span, draft: &str) -> bool {
    let before = draft.get(..block.place(sign).start).unwrap_or_default();
    block.is_literal(sign, draft) && !before.ends_with('\\')
}
