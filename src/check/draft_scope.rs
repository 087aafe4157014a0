//! What a rule sees that looks at one draft.

use std::cell::OnceCell;

use crate::foundation::{ByteSet, Location, Span};
use crate::issue::{Draft, DraftSection, Prose, ProseBlock, ProseLink};
use crate::publication::Config;

use super::addresses::WebAddress;
use super::{
    Finding, Limit, Readers, Readership, Sections, TellingItems, Written, WrittenDate, dates_in, language_of,
    telling_items, written_parts,
};

/// Signs that stand for a list's marker wherever a line begins with them.
const SIGNS: [char; 6] = ['•', '‣', '◦', '▪', '●', '■'];
/// Signs that one line may begin with for other reasons: who said it, say.
const DASHES: [char; 2] = ['–', '·'];

/// What every date holds.
const DIGITS: ByteSet = ByteSet::holding(b"0123456789");

/// One draft, and what its publication says.
pub(super) struct DraftScope<'a> {
    /// The draft.
    pub(super) draft: &'a Draft,
    /// digest.yaml.
    pub(super) config: &'a Config,
    /// Its sections, as the house style knows them.
    pub(super) sections: Sections<'a>,
    readership: &'a Readership<'a>,
    readers: OnceCell<Option<Readers>>,
    parts: OnceCell<Vec<Written<'a>>>,
    web_addresses: OnceCell<Vec<Option<WebAddress<'a>>>>,
    dates: OnceCell<Vec<(usize, WrittenDate)>>,
    items: OnceCell<TellingItems>,
}

impl<'a> DraftScope<'a> {
    pub(super) fn new(draft: &'a Draft, config: &'a Config, readership: &'a Readership<'a>) -> Self {
        Self {
            draft,
            config,
            sections: Sections::of(&draft.sections, &config.structure.sections),
            readership,
            readers: OnceCell::new(),
            parts: OnceCell::new(),
            web_addresses: OnceCell::new(),
            dates: OnceCell::new(),
            items: OnceCell::new(),
        }
    }

    /// What the draft says: blocks of text, links, pictures.
    pub(super) fn prose(&self) -> &'a Prose {
        &self.draft.prose
    }

    /// The texts of the draft that are sent, as Markdown.
    pub(super) fn parts(&self) -> &[Written<'a>] {
        self.parts.get_or_init(|| written_parts(self.draft))
    }

    /// The address of each link, taken apart; `None` of those that lead to no page.
    pub(super) fn web_addresses(&self) -> &[Option<WebAddress<'a>>] {
        let links = self.prose().links.iter();
        self.web_addresses
            .get_or_init(|| links.map(|link| WebAddress::of(&link.url)).collect())
    }

    /// The links that lead to pages.
    pub(super) fn web_links(&self) -> impl Iterator<Item = (&'a ProseLink, WebAddress<'a>)> {
        let links = self.prose().links.iter().zip(self.web_addresses());
        links.filter_map(|(link, address)| Some((link, (*address)?)))
    }

    /// The dates in running text, and the block of each.
    pub(super) fn dates(&self) -> impl Iterator<Item = (&ProseBlock, &WrittenDate)> {
        let blocks = &self.prose().blocks;
        let dates = self.dates.get_or_init(|| {
            let blocks = blocks.iter().enumerate();
            let dates = blocks.filter(|(_, block)| block.bytes.meets(&DIGITS));
            let dates = dates.map(|(at, block)| (at, dates_in(&block.text, self.language())));
            dates
                .flat_map(|(at, dates)| dates.into_iter().map(move |date| (at, date)))
                .collect()
        });
        dates.iter().map(|(at, date)| (&blocks[*at], date))
    }

    /// The items that are long enough to be known again.
    pub(super) fn items(&self) -> &TellingItems {
        self.items.get_or_init(|| telling_items(self.draft))
    }

    /// The same, for the look at all drafts, if anybody has asked for them.
    pub(super) fn items_read(&self) -> Option<TellingItems> {
        self.items.get().cloned()
    }

    /// Who the issue goes to; `None` where none of its lists is there to be read.
    pub(super) fn readers(&self) -> Option<&Readers> {
        let readers = self.readers.get_or_init(|| self.readership.of_issue(self.draft));
        readers.as_ref()
    }

    /// A threshold of a rule in this publication.
    pub(super) fn limit(&self, limit: Limit) -> usize {
        limit.of(self.config)
    }

    /// The language that the draft is in, without its country: `en` of `en-GB`.
    pub(super) fn language(&self) -> &str {
        language_of(self.draft, self.config)
    }

    /// Whether the draft is in a language, by its name of two letters.
    pub(super) fn is_in(&self, language: &str) -> bool {
        self.language().eq_ignore_ascii_case(language)
    }

    /// Where a part of a block's text stands in the draft, if it does letter by letter.
    pub(super) fn literal(&self, block: &ProseBlock, part: Span) -> Option<Span> {
        block.is_literal(part, self.text()).then(|| block.place(part))
    }

    /// The draft's text.
    pub(super) fn text(&self) -> &'a str {
        self.draft.source.text()
    }

    /// A place in the draft.
    pub(super) fn location(&self, span: Span) -> Location {
        Location::new(&self.draft.source, span)
    }

    /// A finding in the draft.
    pub(super) fn finding(&self, span: Span, message: impl Into<String>) -> Finding {
        Finding::new(self.location(span), message)
    }

    /// The part of `span` that stands on its first line.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let text = span.of(self.text());
        let line = text.lines().next().unwrap_or_default().trim_end();
        Span::new(span.start, span.start + line.len())
    }

    /// The line that holds a byte of the draft, without white space at its ends.
    pub(super) fn line_of(&self, at: usize) -> Span {
        let line = self.draft.source.line(self.draft.source.line_number(at));
        let line = line.unwrap_or_else(|| Span::at(at));
        let text = line.of(self.text());
        let start = line.start + text.len() - text.trim_start().len();
        Span::new(start, start + text.trim().len())
    }

    /// What reading the draft found under a rule's name.
    pub(super) fn faults(&self, rule: &str) -> Vec<Finding> {
        let faults = self.draft.front.faults.iter();
        faults
            .filter(|fault| fault.rule == rule)
            .cloned()
            .map(Finding::from)
            .collect()
    }

    /// Where a finding about the draft as a whole points: its title, else its first line.
    pub(super) fn head(&self) -> Span {
        match &self.draft.title {
            Some(title) => title.span,
            None => self.first_line(Span::new(0, self.text().len())),
        }
    }

    /// The lines of a section that begin with a typed bullet, those that Markdown takes for a further line of a true one included. A single dash
    /// is none, nor is one below a block quote: it says who is quoted.
    pub(super) fn typed_bullets(&self, section: &DraftSection) -> Vec<Span> {
        let mut typed = section.typed_bullets.clone();
        for bullet in &section.bullets {
            let mut at = bullet.span.start;
            for line in bullet.span.of(self.text()).split_inclusive('\n') {
                let start = at + line.len() - line.trim_start().len();
                if at > bullet.span.start && line.trim_start().starts_with(SIGNS) {
                    typed.push(Span::new(start, at + line.trim_end().len()));
                }
                at += line.len();
            }
        }
        typed.sort_unstable();
        let is_dash = |line: &Span| line.of(self.text()).starts_with(DASHES);
        typed.retain(|line| !(is_dash(line) && self.follows_quote(*line)));
        if typed.iter().filter(|line| is_dash(line)).count() == 1 {
            typed.retain(|line| !is_dash(line));
        }
        typed
    }

    /// Whether the last line before another that is not empty belongs to a block quote.
    fn follows_quote(&self, line: Span) -> bool {
        let before = self.text()[..line.start].trim_end();
        let last = before.rsplit('\n').next().unwrap_or_default();
        last.trim_start().starts_with('>')
    }
}
