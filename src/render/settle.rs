//! A draft's Markdown, parsed, with stage one's results put in their place.

use std::borrow::Cow;
use std::collections::BTreeSet;

use comrak::Node;
use comrak::nodes::{AstNode, NodeValue};

use crate::foundation::{Diagnostic, Location};

use super::safe_link;
use super::stage::{Held, Stage};

/// Markdown nests so deep at most; mail programs give up long before.
const DEEPEST: usize = 60;

/// So much of a draft is quoted in a message.
const LONGEST_QUOTE: usize = 60;

/// Goes through a tree once, mends it and gathers what is wrong.
pub(super) struct Settling<'a> {
    stage: &'a Stage,
    /// Where some text of the part stands in the draft.
    locate: &'a dyn Fn(&str) -> Location,
    findings: Vec<Diagnostic>,
    /// Tokens that went with a comment, as their author meant them to.
    pub dropped: BTreeSet<usize>,
}

impl<'a> Settling<'a> {
    /// Settles the tree under `root`.
    pub(super) fn settle<'b>(
        root: Node<'b>,
        arena: &'b comrak::Arena<'b>,
        stage: &'a Stage,
        locate: &'a dyn Fn(&str) -> Location,
    ) -> Result<BTreeSet<usize>, Vec<Diagnostic>> {
        let mut settling = Self {
            stage,
            locate,
            findings: Vec::new(),
            dropped: BTreeSet::new(),
        };
        if let Some(deep) = root
            .descendants()
            .find(|node| node.ancestors().nth(DEEPEST).is_some())
        {
            let line = deep.data().sourcepos.start.line;
            let message = format!(
                "lists and quotations are nested more than {DEEPEST} deep (line {line} of this part)"
            );
            return Err(vec![Diagnostic::error("markdown", locate(""), message)]);
        }
        let nodes: Vec<&AstNode<'_>> = root.descendants().collect();
        for node in nodes {
            settling.node(node);
            unwrap_statements(node, arena, stage);
        }
        if settling.findings.is_empty() {
            Ok(settling.dropped)
        } else {
            Err(settling.findings)
        }
    }

    fn node(&mut self, node: Node<'_>) {
        let mut is_comment = false;
        match &mut node.data_mut().value {
            NodeValue::Text(text) if self.stage.shape().is_in(text) => *text = Cow::Owned(self.text(text)),
            NodeValue::Code(code) => code.literal = self.code(&code.literal),
            NodeValue::CodeBlock(block) => {
                block.literal = self.code(&block.literal);
                block.info = self.code(&block.info);
            }
            NodeValue::Link(link) => {
                link.url = self.url(&link.url, false);
                link.title = self.text(&link.title);
            }
            NodeValue::Image(link) => {
                link.url = self.url(&link.url, true);
                link.title = self.text(&link.title);
            }
            NodeValue::HtmlBlock(block) => is_comment = self.html(&block.literal),
            NodeValue::HtmlInline(literal) => is_comment = self.html(literal),
            _ => {}
        }
        if is_comment {
            node.detach();
        }
    }

    /// Text with values in place; slots stay.
    fn text(&mut self, text: &str) -> String {
        let findings = &mut self.findings;
        self.stage.replaced(text, |held| match held {
            Held::Text(value) => Some(value),
            Held::Code { text, location } => {
                findings.push(misplaced(&text, location, "came to stand outside code"));
                None
            }
            Held::Tag(_) | Held::Paragraph { .. } => None,
        })
    }

    /// Code, as it was written.
    fn code(&mut self, text: &str) -> String {
        let findings = &mut self.findings;
        self.stage.replaced(text, |held| match held {
            Held::Text(value) => Some(value),
            Held::Code { text, .. } => Some(text),
            Held::Tag(tag) => {
                findings.push(misplaced(
                    &tag.inner,
                    tag.location,
                    "came to stand in code, where tags are only text",
                ));
                None
            }
            Held::Paragraph { .. } => None,
        })
    }

    fn url(&mut self, url: &str, is_picture: bool) -> String {
        let settled = self.text(url);
        // An address that begins with a slot is judged where it stands in the end.
        let begins_open = self
            .stage
            .shape()
            .find(&settled)
            .first()
            .is_some_and(|first| first.start == 0);
        if let Some((message, hint)) = safe_link::fault(&settled, is_picture).filter(|_| !begins_open) {
            let finding = Diagnostic::error("link-target", (self.locate)(&settled), message);
            self.findings.push(finding.hinted(hint));
        }
        settled
    }

    /// Whether HTML in a draft is a comment, which goes; anything else would be lost without a word.
    fn html(&mut self, literal: &str) -> bool {
        if without_comments(literal).trim().is_empty() {
            let found = self.stage.shape().find(literal);
            self.dropped
                .extend(found.iter().filter_map(|sighting| sighting.number));
            return true;
        }
        let shown = self.stage.replaced(literal, |held| match held {
            Held::Tag(tag) if tag.is_statement => Some(format!("{{% {} %}}", tag.inner)),
            Held::Tag(tag) => Some(format!("{{{{ {} }}}}", tag.inner)),
            Held::Text(text) | Held::Code { text, .. } => Some(text),
            Held::Paragraph { .. } => None,
        });
        let line = shown.lines().next().unwrap_or_default().trim();
        let quoted = match line.char_indices().nth(LONGEST_QUOTE) {
            Some((end, _)) => format!("{}…", &line[..end]),
            None => line.to_owned(),
        };
        let message = format!("a draft is Markdown: the HTML `{quoted}` would not reach the reader");
        let finding = Diagnostic::error("raw-html", (self.locate)(line), message);
        self.findings
            .push(finding.hinted("write it in Markdown, or put it into the template"));
        false
    }
}

fn misplaced(text: &str, location: Location, what: &str) -> Diagnostic {
    Diagnostic::error("slot", location, format!("`{text}` {what}"))
        .hinted("put it in a paragraph of its own, away from backticks and deep indents")
}

fn without_comments(html: &str) -> String {
    let mut rest = html;
    let mut left = String::new();
    while let Some(start) = rest.find("<!--") {
        left.push_str(&rest[..start]);
        match rest[start + 4..].find("-->") {
            Some(end) => rest = &rest[start + 4 + end + 3..],
            None => return left,
        }
    }
    left.push_str(rest);
    left
}

/// A paragraph that holds nothing but statements is none to the reader: its tokens become comments between the blocks around.
fn unwrap_statements<'b>(node: Node<'b>, arena: &'b comrak::Arena<'b>, stage: &Stage) {
    if !matches!(node.data().value, NodeValue::Paragraph) {
        return;
    }
    let Some(tokens) = only_statements(node, stage) else {
        return;
    };
    let comments: String = tokens.iter().flat_map(|token| ["<!--", token, "-->"]).collect();
    let raw = arena.alloc(NodeValue::Raw(format!("{comments}\n")).into());
    node.insert_before(raw);
    node.detach();
}

fn only_statements(paragraph: Node<'_>, stage: &Stage) -> Option<Vec<String>> {
    let mut tokens = Vec::new();
    for child in paragraph.children() {
        match &child.data().value {
            NodeValue::SoftBreak | NodeValue::LineBreak => {}
            NodeValue::Text(text) => {
                if !stage.shape().strip(text).trim().is_empty() {
                    return None;
                }
                for sighting in stage.shape().find(text) {
                    let Some(Held::Tag(tag)) = stage.seen(&sighting) else {
                        return None;
                    };
                    if !tag.is_statement {
                        return None;
                    }
                    tokens.push(text[sighting.start..sighting.end].to_owned());
                }
            }
            _ => return None,
        }
    }
    (!tokens.is_empty()).then_some(tokens)
}
