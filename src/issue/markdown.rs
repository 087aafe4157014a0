//! The Markdown that drafts are written in.

/// Standard Markdown with tables, strikethrough and bare URLs as links. Whoever parses a part of a draft takes these, so that what is counted and
/// checked is what is rendered.
pub fn markdown_options() -> comrak::Options<'static> {
    let mut options = comrak::Options::default();
    options.extension.table = true;
    options.extension.strikethrough = true;
    options.extension.autolink = true;
    options
}
