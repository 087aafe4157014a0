//! A draft as written: every part with its span, nothing judged.

use std::sync::Arc;

use comrak::{Arena, parse_document};

use crate::foundation::{Diagnostic, Location, Source, Span};

use super::block::Lines;
use super::filling::filled;
use super::front_block::FrontBlock;
use super::outline::{Outline, TOO_DEEP};
use super::parsed::Parsed;
use super::{Bullet, FrontMatter, Heading, Prose, markdown_options, scan_tags};

/// What is on the page. Never fails on structure, so that a broken draft can be talked about.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The file.
    pub source: Arc<Source>,
    /// Its front matter.
    pub front: FrontMatter,
    /// The first `#` heading.
    pub title: Option<Heading>,
    /// Everything from the title to the first `##` heading; where there is no title, everything before the first `##` heading.
    pub lead: Lead,
    /// Each `##` heading with what follows it, in the order written, whether the house style knows it or not.
    pub sections: Vec<DraftSection>,
    /// Every block between two sections' parts that belongs nowhere: text before the title, a second `#` heading.
    pub strays: Vec<Span>,
    /// Link reference definitions (`[label]: URL`), wherever they stand: a part that is rendered alone takes those that it names along.
    pub definitions: Vec<Span>,
    /// What it says: blocks of text, links, pictures.
    pub prose: Arc<Prose>,
}

/// The lead article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lead {
    /// Its Markdown, from the first block to the last; empty where there is none.
    pub span: Span,
    /// Words, by UAX #29; a URL counts none, a slot one.
    pub words: usize,
}

/// A `##` heading and what follows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftSection {
    /// The heading.
    pub heading: Heading,
    /// Its Markdown below the heading; empty where there is none.
    pub body: Span,
    /// The words of the body.
    pub words: usize,
    /// The items of its top-level lists.
    pub bullets: Vec<Bullet>,
    /// Blocks that are no list: paragraphs, tables, rules, deeper headings. HTML comments are none, nor are paragraphs of template
    /// statements and comments alone.
    pub others: Vec<Span>,
    /// Lines that begin with a typed `•` or its like, where a list was meant. They stand in `others` too.
    pub typed_bullets: Vec<Span>,
}

impl Draft {
    /// Finds a draft's parts. What the front matter has wrong stands in [`FrontMatter::faults`].
    #[expect(clippy::needless_pass_by_value, reason = "the draft keeps it")]
    pub fn parse(source: Arc<Source>) -> Self {
        let text = source.text();
        let block = FrontBlock::of(text);
        let body = block.as_ref().map_or(0, FrontBlock::after);
        let tags = scan_tags(&text[body..]);
        let filled = filled(&text[body..], &tags);
        let parsed = Parsed {
            text: &text[body..],
            filled: &filled,
            tags: &tags,
            lines: &Lines::new(&filled),
        };
        let arena = Arena::new();
        let root = parse_document(&arena, &filled, &markdown_options());
        let outline = Outline::of(&parsed, root).shifted(body);
        let mut front = FrontMatter::read(&source, block.as_ref());
        front
            .faults
            .extend(outline.too_deep.map(|span| too_deep(&source, span)));
        let draft = Self {
            front,
            title: outline.title,
            lead: outline.lead,
            sections: outline.sections,
            strays: outline.strays,
            definitions: outline.definitions,
            prose: Arc::default(),
            source: Arc::clone(&source),
        };
        let prose = Prose::read(&draft, body, &parsed, root);
        Self {
            prose: Arc::new(prose),
            ..draft
        }
    }
}

impl Draft {
    /// Drops what it says, which takes more memory than the draft itself; for whoever has looked at it.
    pub fn forget_prose(&mut self) {
        self.prose = Arc::default();
    }
}

fn too_deep(source: &Arc<Source>, span: Span) -> Diagnostic {
    let message = "quotes, lists or emphasis are nested more than 100 deep";
    Diagnostic::error(TOO_DEEP, Location::new(source, span), message)
        .hinted("write it flat: mail programs show no such nesting")
}

impl Outline {
    /// The same outline of a part of a larger text, which begins at `offset` there.
    fn shifted(mut self, offset: usize) -> Self {
        let shift = |span: &mut Span| *span = span.shifted(offset);
        self.title.iter_mut().for_each(|title| shift(&mut title.span));
        shift(&mut self.lead.span);
        self.strays
            .iter_mut()
            .chain(&mut self.definitions)
            .for_each(shift);
        self.too_deep.iter_mut().for_each(shift);
        for section in &mut self.sections {
            shift(&mut section.heading.span);
            shift(&mut section.body);
            section
                .bullets
                .iter_mut()
                .for_each(|bullet| shift(&mut bullet.span));
            section
                .others
                .iter_mut()
                .chain(&mut section.typed_bullets)
                .for_each(shift);
        }
        self
    }
}
