//! Words of Markdown as plain text.

use comrak::Node;
use comrak::nodes::NodeValue;

use super::footnotes::Footnotes;
use super::stage::{Held, Stage};

/// Writes the inline content of blocks, in the order of the document.
pub(super) struct InlineText<'a> {
    /// What tokens stand for.
    pub stage: &'a Stage,
    /// Where addresses go; without, only the words are written.
    pub footnotes: Option<&'a mut Footnotes>,
    /// How many waiting blocks are open: what stands in one is not for everyone.
    pub depth: usize,
}

impl InlineText<'_> {
    /// The words of a node's children. A line end stands only for a hard break.
    pub(super) fn of(&mut self, parent: Node<'_>) -> String {
        parent.children().map(|child| self.node(child)).collect()
    }

    /// Counts the waiting blocks that a text opens and closes.
    pub(super) fn pass(&mut self, text: &str) {
        for sighting in self.stage.shape().find(text) {
            let Some(Held::Tag(tag)) = self.stage.seen(&sighting) else {
                continue;
            };
            if tag.opens() {
                self.depth += 1;
            } else if tag.closes() {
                self.depth = self.depth.saturating_sub(1);
            }
        }
    }

    fn node(&mut self, node: Node<'_>) -> String {
        let marked = self.footnotes.is_some();
        match &node.data().value {
            NodeValue::Text(text) => {
                self.pass(text);
                text.replace('\n', " ")
            }
            NodeValue::SoftBreak => " ".to_owned(),
            NodeValue::LineBreak => "\n".to_owned(),
            NodeValue::Code(code) if marked => format!("`{}`", code.literal),
            NodeValue::Code(code) => code.literal.clone(),
            NodeValue::Strong if marked => format!("*{}*", self.of(node)),
            NodeValue::Strikethrough if marked => format!("~~{}~~", self.of(node)),
            NodeValue::Link(link) => self.link(node, &link.url),
            _ => self.of(node),
        }
    }

    fn link(&mut self, node: Node<'_>, url: &str) -> String {
        let words = self.of(node);
        let url = url.trim().replace(' ', "%20");
        let address = ["mailto:", "tel:"]
            .iter()
            .find_map(|scheme| url.strip_prefix(scheme));
        let shows_itself = words == url
            || address == Some(words.as_str())
            || ["http://", "https://"]
                .iter()
                .any(|scheme| url.strip_prefix(scheme) == Some(words.as_str()));
        let Some(footnotes) = &mut self.footnotes else {
            return words;
        };
        let target = match address {
            _ if shows_itself => return words,
            Some(address) => format!("<{address}>"),
            // A note at the end would be seen also by those who are not to see the link.
            None if self.depth > 0 => format!("<{url}>"),
            None => format!("[{}]", footnotes.number(&url, self.stage)),
        };
        if words.is_empty() {
            target
        } else {
            format!("{words} {target}")
        }
    }
}
