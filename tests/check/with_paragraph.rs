//! A draft that says something more.

use crate::support::good_draft;

/// The good draft with one more paragraph, at the beginning of line 10.
pub(crate) fn with_paragraph(more: &str) -> String {
    good_draft().replacen("Dear ", &format!("{more}\n\nDear "), 1)
}
