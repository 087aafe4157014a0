//! A part of a draft, rendered: Markdown in, HTML and plain text out, slots as tokens in both.

use std::collections::BTreeSet;
use std::sync::Arc;

use comrak::nodes::NodeValue;
use comrak::{Arena, Node, parse_document};
use minijinja::{Environment, Value};

use crate::foundation::{Diagnostic, Location, Source, Span};
use crate::issue::{Part, markdown_options};

use super::code::tags_in_code;
use super::engine::{Escape, cause, engine};
use super::footnotes::Footnotes;
use super::inline_text::InlineText;
use super::markdown_text::MarkdownText;
use super::preheader::first_sentence;
use super::prepared::Unprepared;
use super::settle::Settling;
use super::stage::{Held, Stage};

/// Renders the parts of one draft.
pub(super) struct Drafting<'a> {
    stage: &'a Stage,
    source: &'a Arc<Source>,
    engine: Environment<'static>,
    context: Value,
    /// The links of all parts so far.
    pub footnotes: Footnotes,
    /// The first sentence so far that is the same for everyone, titles left out; empty where there was none yet.
    pub opening: String,
}

/// A part, rendered.
#[derive(Debug, Default)]
pub(super) struct Passage {
    /// As HTML. Where it is a single paragraph: its words, without the `<p>`.
    pub html: String,
    /// As plain text: blocks, each followed by an empty line.
    pub text: String,
}

/// How a part is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// One line of words.
    Line,
    /// Any number of blocks.
    Blocks,
    /// An item of a list: blocks behind a bullet; the template supplies the `<li>`.
    Item,
}

impl<'a> Drafting<'a> {
    /// Begins a draft; its tags see `context`.
    pub(super) fn new(stage: &'a Arc<Stage>, source: &'a Arc<Source>, context: Value) -> Self {
        Self {
            stage,
            source,
            engine: engine(stage, Escape::Draft),
            context,
            footnotes: Footnotes::default(),
            opening: String::new(),
        }
    }

    /// A text that is no Markdown, as a line with tokens. Tags that are `code` are only text.
    pub(super) fn plain(&self, part: &Part, code: Vec<Span>) -> Result<String, Vec<Diagnostic>> {
        let evaluated = self.evaluated(part, code)?;
        let line = self.stage.replaced(&evaluated, |held| match held {
            Held::Text(text) | Held::Code { text, .. } => Some(text),
            _ => None,
        });
        Ok(line.split_whitespace().collect::<Vec<_>>().join(" "))
    }

    /// A part that is Markdown.
    pub(super) fn passage(&mut self, part: &Part, form: Form) -> Result<Passage, Vec<Diagnostic>> {
        let first = self.stage.len();
        let mut markdown = self.evaluated(part, tags_in_code(&part.markdown))?;
        if form == Form::Line {
            // A title that begins as a list would, is still a title.
            markdown = format!("# {}", markdown.replace('\n', " "));
        }
        let arena = Arena::new();
        let root = parse_document(&arena, &markdown, &markdown_options());
        let lines = line_starts(&part.markdown);
        let locate = |text: &str| self.locate_text(part, &lines, text);
        let dropped = Settling::settle(root, &arena, self.stage, &locate)?;
        let passage = self.written(root, form);
        let found = self.stage.shape().find(&passage.html);
        let shown: BTreeSet<usize> = found.iter().filter_map(|sighting| sighting.number).collect();
        let lost = (first..self.stage.len())
            .filter(|number| !dropped.contains(number) && !shown.contains(number))
            .filter_map(|number| self.stage.tag(number))
            .map(|tag| lost(&tag.inner, tag.location));
        let lost: Vec<Diagnostic> = lost.collect();
        if lost.is_empty() { Ok(passage) } else { Err(lost) }
    }

    fn written(&mut self, root: Node<'_>, form: Form) -> Passage {
        // Once a sentence is found, the words of further paragraphs matter to nobody.
        let paragraphs = if form == Form::Line || self.opening.is_empty() {
            self.paragraphs(root, form)
        } else {
            Vec::new()
        };
        if form != Form::Line && self.opening.is_empty() {
            self.opening = first_sentence(&paragraphs, self.stage);
        }
        let html = html_of(root);
        let line = root
            .first_child()
            .filter(|first| first.next_sibling().is_none() && form != Form::Blocks);
        let html = match line.map(|only| only.data().value.clone()) {
            Some(NodeValue::Heading(_)) if form == Form::Line => inside(&html, "<h1>", "</h1>"),
            Some(NodeValue::Paragraph) => inside(&html, "<p>", "</p>"),
            _ => html,
        };
        let text = match form {
            Form::Line => paragraphs.iter().map(|(words, _)| words.as_str()).collect(),
            Form::Blocks => MarkdownText::of(root, "", self.stage, &mut self.footnotes),
            Form::Item => MarkdownText::of(root, "- ", self.stage, &mut self.footnotes),
        };
        Passage { html, text }
    }

    /// The words of the paragraphs, and how many waiting blocks are open where each begins.
    fn paragraphs(&self, root: Node<'_>, form: Form) -> Vec<(String, usize)> {
        let mut words = InlineText {
            stage: self.stage,
            footnotes: None,
            depth: 0,
        };
        let mut paragraphs = Vec::new();
        for block in root.children() {
            let depth = words.depth;
            match &block.data().value {
                NodeValue::Raw(raw) => words.pass(raw),
                NodeValue::Heading(_) if form != Form::Line => {
                    words.of(block);
                }
                NodeValue::Paragraph | NodeValue::Heading(_) => {
                    let text = words.of(block).replace('\n', " ");
                    paragraphs.push((text, depth));
                }
                _ => {
                    words.of(block);
                }
            }
        }
        paragraphs
    }

    /// Stage one: what is the same for everyone is filled in, the rest are tokens.
    fn evaluated(&self, part: &Part, code: Vec<Span>) -> Result<String, Vec<Diagnostic>> {
        if !part.markdown.contains('{') {
            return Ok(part.markdown.clone());
        }
        let lines = line_starts(&part.markdown);
        let unprepared = Unprepared {
            text: &part.markdown,
            code,
            comments: false,
            locate: &|span| self.locate(part, &lines, span),
        };
        let prepared = unprepared.prepare(self.stage)?;
        self.engine
            .render_str(&prepared, self.context.clone())
            .map_err(|error| {
                let findings = self.stage.take_findings();
                if !findings.is_empty() {
                    return findings;
                }
                let (message, error) = cause(&error);
                let line = part.first_line + error.line().unwrap_or(1).saturating_sub(1);
                let span = self.source.line(line).unwrap_or(part.span);
                let hint = "drafts see `issue`, `publication`, `subscriber` and `links`";
                vec![Diagnostic::error("tag", Location::new(self.source, span), message).hinted(hint)]
            })
    }

    /// Where a span of a part stands in the draft; `lines` are the first bytes of the part's lines. A part's line is what remains of the
    /// draft's after the marks and spaces before it; where it is not, the same text is sought in the draft's line.
    fn locate(&self, part: &Part, lines: &[usize], span: Span) -> Location {
        let index = lines.partition_point(|start| *start <= span.start) - 1;
        let start = lines[index];
        let end = lines.get(index + 1).map_or(part.markdown.len(), |next| next - 1);
        let whole = &part.markdown[start..end];
        let text = part
            .markdown
            .get(span.start..span.end.min(end))
            .unwrap_or_default();
        let in_line = self.source.line(part.first_line + index).unwrap_or(part.span);
        let written = in_line.of(self.source.text());
        let at = match written.trim_end().strip_suffix(whole.trim_end()) {
            Some(before) => Some(before.len() + span.start - start),
            None if text.is_empty() => None,
            None => {
                let earlier = part.markdown[start..span.start].matches(text).count();
                written.match_indices(text).nth(earlier).map(|(at, _)| at)
            }
        };
        let span = at.map_or(in_line, |at| {
            Span::new(in_line.start + at, in_line.start + at + text.len())
        });
        Location::new(self.source, span)
    }

    /// Where a text of a part stands in the draft; the whole part where it cannot be found.
    fn locate_text(&self, part: &Part, lines: &[usize], text: &str) -> Location {
        match part.markdown.find(text).filter(|_| !text.is_empty()) {
            Some(at) => self.locate(part, lines, Span::new(at, at + text.len())),
            None => Location::new(self.source, part.span),
        }
    }
}

/// The first byte of each line.
fn line_starts(text: &str) -> Vec<usize> {
    let others = text.match_indices('\n').map(|(at, _)| at + 1);
    std::iter::once(0).chain(others).collect()
}

fn lost(inner: &str, location: Location) -> Diagnostic {
    Diagnostic::error(
        "slot",
        location,
        format!("`{inner}` stands where readers never see it"),
    )
    .hinted("is it in a link definition that no link uses?")
}

fn html_of(root: Node<'_>) -> String {
    let mut html = String::new();
    // Writing to a string cannot fail.
    let _ = comrak::format_html(root, &markdown_options(), &mut html);
    html
}

/// `html` without the one element around it.
fn inside(html: &str, start: &str, end: &str) -> String {
    let html = html.trim();
    let inner = html.strip_prefix(start).and_then(|html| html.strip_suffix(end));
    inner.unwrap_or(html).to_owned()
}
