//! Blocks of a Markdown tree, and where they truly stand.

use comrak::nodes::{Node, NodeValue, Sourcepos};

use crate::foundation::Span;

/// A block and its place.
pub(super) struct Block<'a> {
    /// It in the tree.
    pub(super) node: Node<'a>,
    /// From its first visible character to its last, in the text that was parsed.
    pub(super) span: Span,
}

/// The text that was parsed, by lines as the parser numbers them.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self {
            text,
            starts: std::iter::once(0).chain(ends).collect(),
        }
    }

    /// Where a line begins, the first being 1; a number that is no line's is taken for the nearest one.
    fn start(&self, number: usize) -> usize {
        self.starts[number.saturating_sub(1).min(self.starts.len() - 1)]
    }

    /// Where a line ends, without its line end.
    fn end(&self, number: usize) -> usize {
        let next = self.starts.get(number.max(1));
        next.map_or(self.text.len(), |next| next - 1)
    }

    /// What the parser says of a place, as bytes. Columns count bytes from 1 and ends are inclusive; some lie past their line: whatever is said is
    /// kept inside the text, and on the edge of a character.
    pub(super) fn span_of(&self, place: Sourcepos, text: &str) -> Span {
        let offset = |line: usize, column: usize| {
            let mut at = (self.start(line) + column).min(text.len());
            while !text.is_char_boundary(at) {
                at += 1;
            }
            at
        };
        let start = offset(place.start.line, place.start.column.saturating_sub(1));
        Span::new(start, offset(place.end.line, place.end.column))
    }

    /// `span` without the white space at its ends.
    pub(super) fn trimmed(&self, span: Span) -> Span {
        let text = span.of(self.text);
        let start = span.start + text.len() - text.trim_start().len();
        Span::new(start, start + text.trim().len())
    }

    /// The children of `parent`, each with its place; all lie before `limit`.
    ///
    /// Only the lines on which blocks begin are trusted. Where one ends is known from where the next begins: the parser's own word for it
    /// is at times a line short or a line long (of list items before blank lines, and after link reference definitions).
    pub(super) fn children<'a>(&self, parent: Node<'a>, limit: usize) -> Vec<Block<'a>> {
        let nodes: Vec<Node<'a>> = parent.children().collect();
        let mut starts: Vec<usize> = Vec::with_capacity(nodes.len() + 1);
        for node in &nodes {
            let start = self.start(node.data().sourcepos.start.line);
            starts.push(start.max(starts.last().copied().unwrap_or_default()).min(limit));
        }
        starts.push(limit);
        let blocks = nodes.into_iter().zip(starts.windows(2));
        blocks
            .map(|(node, bounds)| Block {
                node,
                span: self.block_span(node, Span::new(bounds[0], bounds[1])),
            })
            .collect()
    }

    /// Where in `region`, which reaches to the next block, a block stands.
    fn block_span(&self, node: Node<'_>, region: Span) -> Span {
        let said = self.end(node.data().sourcepos.end.line);
        let end = said.clamp(region.start, region.end);
        let rest = Span::new(end, region.end).of(self.text).trim_start();
        // Definitions of link references belong to no block. Any other text between two blocks is the first one's.
        let end = if rest.is_empty() || rest.starts_with('[') {
            end
        } else {
            region.end
        };
        self.trimmed(Span::new(region.start, end))
    }
}

impl Block<'_> {
    /// The level of a heading.
    pub(super) fn heading_level(&self) -> Option<u8> {
        match &self.node.data().value {
            NodeValue::Heading(heading) => Some(heading.level),
            _ => None,
        }
    }

    /// Whether it is a list.
    pub(super) fn is_list(&self) -> bool {
        matches!(self.node.data().value, NodeValue::List(_))
    }

    /// Whether it is a paragraph.
    pub(super) fn is_paragraph(&self) -> bool {
        matches!(self.node.data().value, NodeValue::Paragraph)
    }

    /// Whether it is code or HTML, whose lines are no Markdown.
    pub(super) fn is_literal(&self) -> bool {
        matches!(
            self.node.data().value,
            NodeValue::CodeBlock(_) | NodeValue::HtmlBlock(_)
        )
    }

    /// Whether it is an HTML comment and nothing else.
    pub(super) fn is_comment(&self) -> bool {
        match &self.node.data().value {
            NodeValue::HtmlBlock(html) => {
                let html = html.literal.trim();
                html.starts_with("<!--") && html.find("-->").is_none_or(|end| end + 3 == html.len())
            }
            _ => false,
        }
    }
}
