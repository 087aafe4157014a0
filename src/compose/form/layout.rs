//! Paragraphs of the text part that are wrapped when their slots are filled.

use crate::edition::wrapped;

/// How a paragraph is laid out.
#[derive(Debug, Clone)]
pub(super) struct Layout {
    /// What the first line begins with.
    pub(super) first_indent: String,
    /// What each further line begins with.
    pub(super) indent: String,
    /// The widest line, in columns.
    pub(super) width: usize,
}

impl Layout {
    /// The paragraph in lines, wrapped as the renderer wraps those without slots.
    pub(super) fn wrap(&self, text: &str) -> String {
        if text.trim().is_empty() {
            return String::new();
        }
        wrapped(text, &self.first_indent, &self.indent, self.width)
    }
}
