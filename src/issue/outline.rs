//! The parts of a draft's Markdown: title, lead, sections, and what belongs to none.

use comrak::nodes::Node;

use crate::foundation::Span;

use super::block::{Block, Lines};
use super::bullet::{bullets_of, typed_bullets_of};
use super::definition::definitions_in;
use super::parsed::Parsed;
use super::words::words_below;
use super::{DraftSection, Heading, Lead, Tag, TagKind};

/// Trees deeper than this are a mistake or an attack: what walks them later may do so by recursion.
const DEEPEST: usize = 100;

/// The rule of what nests too deeply.
pub(super) const TOO_DEEP: &str = "nested-too-deeply";

/// What a draft's Markdown consists of. Spans count from its own start.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) title: Option<Heading>,
    pub(super) lead: Lead,
    pub(super) sections: Vec<DraftSection>,
    pub(super) strays: Vec<Span>,
    pub(super) definitions: Vec<Span>,
    /// The first block that nests too deeply.
    pub(super) too_deep: Option<Span>,
}

/// The part that the next block belongs to.
enum Part {
    BeforeTitle,
    Lead,
    Section,
    Stray,
}

/// An outline in the making.
struct Outliner<'t> {
    text: &'t str,
    filled: &'t str,
    lines: &'t Lines<'t>,
    tags: &'t [Tag],
    part: Part,
    /// What stands before the first heading: strays where a title follows, the lead where none does.
    before: Vec<(Span, usize, bool)>,
    /// Blocks of code and HTML.
    literal: Vec<Span>,
    outline: Outline,
}

impl Outline {
    /// Finds the parts of a text that was parsed.
    pub(super) fn of(parsed: &Parsed<'_>, root: Node<'_>) -> Self {
        let mut outliner = Outliner {
            text: parsed.text,
            filled: parsed.filled,
            lines: parsed.lines,
            tags: parsed.tags,
            part: Part::BeforeTitle,
            before: Vec::new(),
            literal: Vec::new(),
            outline: Self::default(),
        };
        for block in parsed.lines.children(root, parsed.filled.len()) {
            outliner.take(&block);
        }
        outliner.finished()
    }
}

impl Outliner<'_> {
    fn take(&mut self, block: &Block<'_>) {
        if self.outline.too_deep.is_none() && is_deep(block.node) {
            self.outline.too_deep = Some(block.span);
        }
        match block.heading_level() {
            Some(1) => self.take_title(block),
            Some(2) => {
                let heading = Heading::of(block, self.text, self.filled);
                self.outline
                    .sections
                    .push(DraftSection::under(heading, block.span.end));
                self.part = Part::Section;
            }
            _ => self.take_content(block),
        }
    }

    fn take_title(&mut self, block: &Block<'_>) {
        if self.outline.title.is_none() {
            self.outline.title = Some(Heading::of(block, self.text, self.filled));
            self.outline.lead.span = Span::at(block.span.end);
            self.part = Part::Lead;
        } else {
            self.outline.strays.push(block.span);
            self.part = Part::Stray;
        }
    }

    fn take_content(&mut self, block: &Block<'_>) {
        if block.is_literal() {
            self.literal.push(block.span);
        }
        let hidden = block.is_comment() || self.is_unseen(block.span);
        match self.part {
            Part::BeforeTitle => self.before.push((block.span, words_below(block.node), hidden)),
            Part::Lead => {
                let lead = &mut self.outline.lead;
                lead.span = widened(self.filled, lead.span, block.span);
                self.outline.lead.words += words_below(block.node);
            }
            Part::Section => self.take_into_section(block, hidden),
            Part::Stray => {
                if let Some(stray) = self.outline.strays.last_mut() {
                    stray.end = block.span.end;
                }
            }
        }
    }

    fn take_into_section(&mut self, block: &Block<'_>, hidden: bool) {
        let Some(body) = self.outline.sections.last().map(|section| section.body) else {
            return;
        };
        let body = widened(self.filled, body, block.span);
        let Some(section) = self.outline.sections.last_mut() else {
            return;
        };
        section.body = body;
        if block.is_list() {
            // A list has the words of its items, and no others.
            let bullets = bullets_of(block, self.lines, self.filled);
            section.words += bullets.iter().map(|bullet| bullet.words).sum::<usize>();
            section.bullets.extend(bullets);
            return;
        }
        section.words += words_below(block.node);
        if !hidden {
            section.others.push(block.span);
            if block.is_paragraph() {
                section
                    .typed_bullets
                    .extend(typed_bullets_of(block.span, self.filled));
            }
        }
    }

    /// Whether a block consists of statements and comments of the template language alone.
    fn is_unseen(&self, block: Span) -> bool {
        let first = self.tags.partition_point(|tag| tag.span.end <= block.start);
        let inside = self.tags[first..]
            .iter()
            .take_while(|tag| tag.span.start < block.end);
        let mut at = block.start;
        for tag in inside.filter(|tag| tag.closed) {
            let between = self.text.get(at..tag.span.start).unwrap_or_default();
            if tag.kind == TagKind::Expression || !between.trim().is_empty() {
                return false;
            }
            at = tag.span.end;
        }
        at > block.start && self.text.get(at..block.end).unwrap_or_default().trim().is_empty()
    }

    fn finished(mut self) -> Outline {
        self.outline.definitions = definitions_in(self.text, &self.literal);
        let before = std::mem::take(&mut self.before);
        if self.outline.title.is_some() {
            let strays = before
                .iter()
                .filter(|(_, _, hidden)| !hidden)
                .map(|(span, ..)| *span);
            self.outline.strays.splice(0..0, strays);
        } else {
            for (span, words, _) in before {
                self.outline.lead.span = widened(self.filled, self.outline.lead.span, span);
                self.outline.lead.words += words;
            }
        }
        self.outline
    }
}

impl DraftSection {
    fn under(heading: Heading, end: usize) -> Self {
        Self {
            heading,
            body: Span::at(end),
            words: 0,
            bullets: Vec::new(),
            others: Vec::new(),
            typed_bullets: Vec::new(),
        }
    }
}

/// A part with one more block. An empty part begins where the block's line does: an indent can be code.
fn widened(filled: &str, part: Span, block: Span) -> Span {
    if part.is_empty() {
        let line = filled[..block.start].rfind('\n').map_or(0, |at| at + 1);
        Span::new(line, block.end)
    } else {
        Span::new(part.start, block.end)
    }
}

fn is_deep(block: Node<'_>) -> bool {
    let mut depth = 0_usize;
    block.traverse().any(|edge| {
        match edge {
            comrak::arena_tree::NodeEdge::Start(_) => depth += 1,
            comrak::arena_tree::NodeEdge::End(_) => depth -= 1,
        }
        depth > DEEPEST
    })
}
