//! Which tags of a draft stand in code, where they are only text.

use comrak::nodes::NodeValue;
use comrak::{Arena, parse_document};

use crate::foundation::Span;
use crate::issue::{markdown_options, scan_tags};

use super::token::TokenShape;

/// The spans of the tags that stand in code spans and code blocks. A tag that spans several lines counts as one word, as everywhere.
pub(super) fn tags_in_code(markdown: &str) -> Vec<Span> {
    let tags = scan_tags(markdown);
    if tags.is_empty()
        || !markdown.contains(['`', '~']) && !markdown.contains("    ") && !markdown.contains('\t')
    {
        return Vec::new();
    }
    let shape = TokenShape::unlike(std::iter::once(markdown));
    let mut probe = String::with_capacity(markdown.len());
    let mut at = 0;
    for (number, tag) in tags.iter().enumerate() {
        probe.push_str(&markdown[at..tag.span.start]);
        probe.push_str(&shape.token(number));
        // Of a tag that nothing closes, the rest is text.
        at = if tag.closed {
            tag.span.end
        } else {
            tag.span.start + 2
        };
        if !tag.closed && tag.inner(markdown) == "raw" {
            at = tag.span.end;
        }
    }
    probe.push_str(&markdown[at..]);
    let arena = Arena::new();
    let root = parse_document(&arena, &probe, &markdown_options());
    let mut spans = Vec::new();
    for node in root.descendants() {
        let text = match &node.data().value {
            NodeValue::Code(code) => code.literal.clone(),
            NodeValue::CodeBlock(block) => format!("{}\n{}", block.info, block.literal),
            _ => continue,
        };
        let found = shape
            .find(&text)
            .into_iter()
            .filter_map(|sighting| sighting.number);
        spans.extend(found.filter_map(|number| tags.get(number)).map(|tag| tag.span));
    }
    spans
}
