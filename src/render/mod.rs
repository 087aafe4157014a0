//! An issue becomes an edition: Markdown, templates, style sheets, and the slots that stay open.
