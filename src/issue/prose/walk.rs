//! The walk through a draft's Markdown that finds its prose.

use comrak::arena_tree::NodeEdge;
use comrak::nodes::{Node, NodeLink, NodeValue, Sourcepos};

use crate::foundation::{ByteSet, Span};
use crate::issue::Draft;
use crate::issue::block::Lines;
use crate::issue::filling::{is_filler, is_slot, may_hold_filler};
use crate::issue::parsed::Parsed;

use super::place::{kind_of, literal_span, url_span};
use super::{ABSENT, BlockKind, LinkKind, PartOf, Prose, ProseBlock, ProseImage, ProseLink, Runs};

/// What has been found so far.
pub(super) struct Walk<'d> {
    draft: &'d Draft,
    /// The draft's text from the end of its front matter on.
    body: &'d str,
    /// Where that begins.
    offset: usize,
    /// The block that is open.
    open: Option<ProseBlock>,
    /// The links that are open, each with where its text begins.
    links: Vec<(ProseLink, usize)>,
    /// The pictures that are open; what stands in one is its description.
    images: Vec<ProseImage>,
    /// How many lists are open.
    depth: usize,
    /// Whether a bare address is open.
    bare: bool,
    pub(super) prose: Prose,
}

impl<'d> Walk<'d> {
    pub(super) fn new(draft: &'d Draft, offset: usize, front: Vec<ProseBlock>) -> Self {
        Self {
            draft,
            body: &draft.source.text()[offset..],
            offset,
            open: None,
            links: Vec::new(),
            images: Vec::new(),
            depth: 0,
            bare: false,
            prose: Prose {
                blocks: front,
                ..Prose::default()
            },
        }
    }

    pub(super) fn run(&mut self, parsed: &Parsed<'_>, root: Node<'_>) {
        for edge in root.traverse() {
            match edge {
                NodeEdge::Start(node) => self.enter(node, parsed.lines, parsed.filled),
                NodeEdge::End(node) => self.leave(node),
            }
        }
    }

    fn enter(&mut self, node: Node<'_>, lines: &Lines<'_>, filled: &str) {
        let data = node.data();
        let span = lines.span_of(data.sourcepos, filled);
        match &data.value {
            NodeValue::List(_) => self.depth += 1,
            NodeValue::Paragraph => self.begin(BlockKind::Paragraph, span),
            NodeValue::Heading(heading) => self.begin(BlockKind::Heading(heading.level), span),
            NodeValue::TableCell => self.begin(cell_kind(node), span),
            NodeValue::Text(literal) => self.text(literal, data.sourcepos, lines, filled),
            NodeValue::Code(_) | NodeValue::HtmlInline(_) => self.absent(span),
            NodeValue::SoftBreak => self.line_end(' '),
            NodeValue::LineBreak => self.line_end('\n'),
            NodeValue::Link(link) => self.open_link(link, node, span, filled),
            NodeValue::Image(link) => self.images.push(ProseImage {
                url: self.as_written(&link.url, span, filled),
                alt: String::new(),
                span: span.shifted(self.offset),
                linked: !self.links.is_empty(),
            }),
            _ => {}
        }
    }

    fn leave(&mut self, node: Node<'_>) {
        match &node.data().value {
            NodeValue::List(_) => self.depth -= 1,
            NodeValue::Paragraph | NodeValue::Heading(_) | NodeValue::TableCell => self.end(),
            NodeValue::Link(_) => self.close_link(),
            NodeValue::Image(_) => {
                if let Some(mut image) = self.images.pop() {
                    let span = image.span.shifted(0);
                    image.alt = image.alt.split_whitespace().collect::<Vec<_>>().join(" ");
                    self.prose.images.push(image);
                    self.absent(Span::new(span.start - self.offset, span.end - self.offset));
                }
            }
            _ => {}
        }
    }

    fn begin(&mut self, kind: BlockKind, span: Span) {
        self.end();
        let span = span.shifted(self.offset);
        self.open = Some(ProseBlock {
            kind,
            part: PartOf::of(self.draft, span),
            text: String::new(),
            span,
            depth: self.depth,
            bytes: ByteSet::default(),
            runs: Runs::default(),
        });
    }

    fn end(&mut self) {
        if let Some(mut block) = self.open.take() {
            block.bytes = ByteSet::of(&block.text);
            self.prose.blocks.push(block);
        }
    }

    fn text(&mut self, literal: &str, place: Sourcepos, lines: &Lines<'_>, filled: &str) {
        if let Some(image) = self.images.last_mut() {
            image.alt.extend(literal.chars().filter(|c| !is_filler(*c)));
            return;
        }
        let Some(block) = &self.open else { return };
        let from = block.runs.end().map_or(0, |end| end.saturating_sub(self.offset));
        let span = literal_span(literal, lines.span_of(place, filled), from, filled);
        if self.bare {
            self.absent(span);
            return;
        }
        if !may_hold_filler(literal) {
            self.push(literal, span);
            return;
        }
        // Tags part the text: each is something that is not here.
        let mut at = 0;
        while at < literal.len() {
            let rest = &literal[at..];
            let is_tag = rest.starts_with(is_filler);
            let length = rest
                .find(|c| is_filler(c) != is_tag || (is_tag && is_slot(c) && !rest.starts_with(c)))
                .unwrap_or(rest.len());
            let exact = span.of(filled) == literal;
            let piece = if exact {
                Span::new(span.start + at, span.start + at + length)
            } else {
                span
            };
            if is_tag {
                if rest.starts_with(is_slot) {
                    self.absent(piece);
                }
            } else {
                self.push(&rest[..length], piece);
            }
            at += length;
        }
    }

    fn push(&mut self, literal: &str, span: Span) {
        let text = self.draft.source.text();
        if let Some(block) = &mut self.open {
            let at = block.text.len();
            block.runs.push(at, literal, span.shifted(self.offset), text);
            block.text.push_str(literal);
        }
    }

    fn absent(&mut self, span: Span) {
        let mut sign = [0; 4];
        let sign = ABSENT.encode_utf8(&mut sign);
        let text = self.draft.source.text();
        if self.images.is_empty()
            && let Some(block) = &mut self.open
        {
            let at = block.text.len();
            block.runs.push(at, sign, span.shifted(self.offset), text);
            block.text.push_str(sign);
        }
    }

    fn line_end(&mut self, sign: char) {
        if let Some(image) = self.images.last_mut() {
            image.alt.push(' ');
        } else if let Some(block) = &mut self.open {
            block.runs.push_break(block.text.len());
            block.text.push(sign);
        }
    }

    fn open_link(&mut self, link: &NodeLink, node: Node<'_>, span: Span, filled: &str) {
        let kind = kind_of(span.of(self.body));
        self.bare = kind == LinkKind::Bare && node.first_child().is_some();
        let at = self.open.as_ref().map_or(0, |block| block.text.len());
        let span = span.shifted(self.offset);
        let link = ProseLink {
            url: self.as_written(&link.url, span, filled),
            url_span: span,
            text: String::new(),
            text_span: span,
            span,
            kind,
            has_image: false,
            block: self.prose.blocks.len(),
        };
        self.links.push((link, at));
    }

    fn close_link(&mut self) {
        self.bare = false;
        let (Some((mut link, at)), Some(block)) = (self.links.pop(), &self.open) else {
            return;
        };
        let inside = Span::new(at, block.text.len());
        let text = inside.of(&block.text);
        let start = at + text.len() - text.trim_start().len();
        let seen = Span::new(start, start + text.trim().len());
        let text = self.draft.source.text();
        link.text_span = if seen.is_empty() {
            link.span
        } else {
            block.place(seen)
        };
        link.url_span = url_span(&link, self.draft);
        if link.kind == LinkKind::Bare {
            link.span
                .of(text)
                .trim_matches(['<', '>'])
                .clone_into(&mut link.text);
        } else {
            let seen = seen.of(&block.text).replace(ABSENT, "");
            seen.trim().clone_into(&mut link.text);
        }
        link.has_image = self
            .prose
            .images
            .iter()
            .rev()
            .any(|image| link.span.contains(image.span));
        self.prose.links.push(link);
    }

    /// An address with its tags as they were written: filled and written text have every byte in the same place.
    fn as_written(&self, url: &str, span: Span, filled: &str) -> String {
        if !url.contains(is_filler) {
            return url.to_owned();
        }
        let inside = span.of(filled).find(url).map(|at| span.start + at);
        let found = inside.or_else(|| filled.find(url));
        let written = found.map(|at| Span::new(at, at + url.len()).of(self.body));
        written.map_or_else(|| url.replace(is_filler, ""), str::to_owned)
    }
}

fn cell_kind(cell: Node<'_>) -> BlockKind {
    let in_head = cell
        .parent()
        .is_some_and(|row| matches!(row.data().value, NodeValue::TableRow(true)));
    if in_head {
        BlockKind::HeadCell
    } else {
        BlockKind::Cell
    }
}
