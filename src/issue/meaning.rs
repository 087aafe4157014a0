//! From a draft as written to an issue as meant.

use crate::foundation::{Diagnostic, Location, Span};
use crate::publication::{Author, Config, SectionKind};

use super::definition::Definitions;
use super::outline::TOO_DEEP;
use super::{Bullet, Byline, Draft, DraftSection, Issue, IssueSection, Part, Spanned, heading_matches};

impl Issue {
    /// What a draft means under a house style. Fails only on what has no meaning: front matter that cannot be read or names no id, a draft
    /// without a title, one that nests so deeply that no mail program could show it. Gives the findings that say so.
    pub fn meant_by(draft: &Draft, config: &Config) -> Result<Self, Vec<Diagnostic>> {
        let too_deep = draft.front.faults.iter().any(|fault| fault.rule == TOO_DEEP);
        let (Some(id), Some(title), false) = (&draft.front.id, &draft.title, too_deep) else {
            return Err(without_meaning(draft));
        };
        let parts = Parts::of(draft);
        let front = &draft.front;
        let sections = draft.sections.iter();
        Ok(Self {
            id: id.value.clone(),
            number: front.issue.as_ref().map(|issue| issue.value),
            date: front.date.as_ref().map(|date| date.value),
            language: front
                .language
                .as_ref()
                .map_or(&config.language, |language| &language.value)
                .clone(),
            authors: front
                .author
                .iter()
                .map(|author| named(&author.value, config))
                .collect(),
            lists: front.lists.iter().map(|list| list.value.clone()).collect(),
            status: front
                .status
                .as_ref()
                .map(|status| status.value)
                .unwrap_or_default(),
            title: parts.plain(title.span),
            subject: front.subject.as_ref().map(|subject| parts.header(subject)),
            preheader: front.preheader.as_ref().map(|preheader| parts.header(preheader)),
            lead: parts.whole(draft.lead.span),
            sections: sections.map(|section| parts.section(section, config)).collect(),
        })
    }
}

/// The findings for which a draft has no meaning.
fn without_meaning(draft: &Draft) -> Vec<Diagnostic> {
    // Any finding in the front matter can be why there is no id: a misspelt key, a value of the wrong kind, no YAML at all.
    let fatal = |fault: &&Diagnostic| {
        fault.rule == TOO_DEEP || (draft.front.id.is_none() && fault.rule.starts_with("front-matter-"))
    };
    let mut findings: Vec<Diagnostic> = draft.front.faults.iter().filter(fatal).cloned().collect();
    if draft.title.is_none() {
        let end = draft.front.span.map_or(0, |front| front.end);
        let at = Location::new(&draft.source, Span::at(end));
        findings.push(
            Diagnostic::error("title-missing", at, "the draft has no title")
                .hinted("begin the lead article with a line `# Its title`"),
        );
    }
    findings
}

fn named(byline: &Byline, config: &Config) -> Author {
    match byline {
        Byline::Written(author) => author.clone(),
        Byline::Key(key) => config.author(key).cloned().unwrap_or_else(|| Author {
            name: key.clone(),
            affiliation: None,
        }),
    }
}

/// Cuts parts out of a draft.
struct Parts<'d> {
    draft: &'d Draft,
    definitions: Definitions<'d>,
}

impl<'d> Parts<'d> {
    fn of(draft: &'d Draft) -> Self {
        Self {
            draft,
            definitions: Definitions::new(draft.source.text(), &draft.definitions),
        }
    }

    fn first_line(&self, span: Span) -> usize {
        self.draft.source.line_number(span.start)
    }

    fn plain(&self, span: Span) -> Part {
        Part {
            markdown: span.of(self.draft.source.text()).to_owned(),
            span,
            first_line: self.first_line(span),
        }
    }

    fn whole(&self, span: Span) -> Part {
        let part = self.plain(span);
        Part {
            markdown: self.definitions.completed(part.markdown, span),
            ..part
        }
    }

    fn header(&self, value: &Spanned<String>) -> Part {
        Part {
            markdown: value.value.clone(),
            ..self.plain(value.span)
        }
    }

    fn bullet(&self, bullet: &Bullet) -> Part {
        let part = self.plain(bullet.span);
        let flush = dedented(&part.markdown, bullet.indent);
        Part {
            markdown: self.definitions.completed(flush, bullet.span),
            ..part
        }
    }

    fn section(&self, section: &DraftSection, config: &Config) -> IssueSection {
        let heading = &section.heading.text;
        let style = config
            .structure
            .sections
            .iter()
            .find(|style| heading_matches(&style.heading, heading));
        IssueSection {
            id: style.map_or_else(|| slug(heading), |style| style.id.clone()),
            heading: heading.clone(),
            heading_span: section.heading.span,
            kind: style.map_or_else(|| likely_kind(section), |style| style.kind),
            bullets: section.bullets.iter().map(|bullet| self.bullet(bullet)).collect(),
            body: self.whole(section.body),
        }
    }
}

/// What a section that the house style does not know seems to be.
fn likely_kind(section: &DraftSection) -> SectionKind {
    match (section.bullets.is_empty(), section.others.is_empty()) {
        (false, true) => SectionKind::Bullets,
        (true, _) => SectionKind::Prose,
        (false, false) => SectionKind::Any,
    }
}

/// A heading in ASCII letters, digits and dashes.
fn slug(heading: &str) -> String {
    let ascii = deunicode::deunicode(heading).to_lowercase();
    let words = ascii
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join("-")
}

/// An item's text with up to `indent` columns of white space taken from the start of each line but the first, where the marker stood.
fn dedented(text: &str, indent: usize) -> String {
    let mut flush = String::with_capacity(text.len());
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if index == 0 {
            flush.push_str(line);
            continue;
        }
        let mut column = 0;
        let mut at = 0;
        while column < indent {
            match line.as_bytes().get(at) {
                Some(b' ') => column += 1,
                // Tabs reach to the next multiple of four (section 2.2 of the Markdown specification).
                Some(b'\t') => column += 4 - column % 4,
                _ => break,
            }
            at += 1;
        }
        flush.extend(std::iter::repeat_n(' ', column.saturating_sub(indent)));
        flush.push_str(&line[at..]);
    }
    flush
}
