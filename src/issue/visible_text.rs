//! The text of a Markdown tree that a reader sees.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeLink, NodeValue};

/// What a reader sees of `root`, blocks parted by line ends: link texts without their URLs, no bare URLs, no pictures, no raw HTML.
///
/// Walks without recursion: hostile text nests deeply.
pub(super) fn visible_text(root: Node<'_>) -> String {
    let mut text = String::new();
    let mut hidden: Option<Node<'_>> = None;
    for edge in root.traverse() {
        match edge {
            NodeEdge::Start(_) if hidden.is_some() => {}
            NodeEdge::Start(node) => match &node.data().value {
                NodeValue::Text(literal) => text.push_str(literal),
                NodeValue::Code(code) => text.push_str(&code.literal),
                NodeValue::CodeBlock(block) => text.push_str(&block.literal),
                NodeValue::SoftBreak | NodeValue::LineBreak => text.push('\n'),
                NodeValue::Image(_) => hidden = Some(node),
                NodeValue::Link(link) if is_bare_url(node, link) => hidden = Some(node),
                _ => {}
            },
            NodeEdge::End(node) => {
                if hidden.is_some_and(|hidden| hidden.same_node(node)) {
                    hidden = None;
                }
                if node.data().value.block() {
                    text.push('\n');
                }
            }
        }
    }
    text
}

/// `<https://example.org>`, `https://example.org` or `anna@example.org`: a link whose text is where it leads.
fn is_bare_url(node: Node<'_>, link: &NodeLink) -> bool {
    let Some(only) = node.first_child().filter(|first| first.next_sibling().is_none()) else {
        return false;
    };
    let data = only.data();
    let NodeValue::Text(text) = &data.value else {
        return false;
    };
    let url = link.url.as_str();
    let without_scheme = url
        .strip_prefix("mailto:")
        .or_else(|| url.strip_prefix("http://"));
    **text == *url || without_scheme == Some(&**text)
}
