//! Markdown as a plain-text mail shows it.
//!
//! Written from the tree, not from HTML: paragraphs wrapped at 72 columns, lists with hanging indents, quotations behind `> `, code as it is,
//! links as numbered notes. A paragraph with slots is set aside whole, because it can be wrapped only when they are filled.

use comrak::Node;
use comrak::nodes::{ListType, NodeList, NodeValue};
use unicode_width::UnicodeWidthStr;

use crate::edition::wrapped;

use super::footnotes::Footnotes;
use super::inline_text::InlineText;
use super::stage::{Held, Stage};
use super::text_table::TextTable;

/// Columns of the text part (RFC 3676 section 4.2 recommends 78 at most; quoting in answers takes some).
pub(super) const WIDTH: usize = 72;

/// What lines begin with.
#[derive(Debug, Clone, Default)]
struct Margin {
    /// A block's first line.
    first: String,
    /// Its further lines.
    rest: String,
}

/// What parts a block from its neighbours.
#[derive(Debug, Clone, Copy)]
struct Gap<'a> {
    before: &'a str,
    after: &'a str,
}

/// Writes the text of a part.
pub(super) struct MarkdownText<'a> {
    inline: InlineText<'a>,
    out: String,
}

impl<'a> MarkdownText<'a> {
    /// The blocks under `root`, each followed by an empty line. `marker` stands before the first line, and as much white space before all others.
    pub(super) fn of(root: Node<'_>, marker: &str, stage: &'a Stage, footnotes: &'a mut Footnotes) -> String {
        let mut writer = Self {
            inline: InlineText {
                stage,
                footnotes: Some(footnotes),
                depth: 0,
            },
            out: String::new(),
        };
        let mut margin = Margin {
            first: marker.to_owned(),
            rest: " ".repeat(marker.width()),
        };
        for block in root.children() {
            let statements = writer.statements(block);
            if !statements {
                writer.block(
                    block,
                    &margin,
                    Gap {
                        before: "",
                        after: "\n",
                    },
                );
                margin.first.clone_from(&margin.rest);
            }
        }
        writer.out
    }

    /// Writes a block that is nothing but statements, if it is one.
    fn statements(&mut self, block: Node<'_>) -> bool {
        let NodeValue::Raw(raw) = &block.data().value else {
            return false;
        };
        self.inline.pass(raw);
        let tokens = raw.replace("<!--", "").replace("-->", "");
        self.out.push_str(tokens.trim());
        true
    }

    /// Blocks inside a block: what parts them goes before each but the first.
    fn inner(&mut self, parent: Node<'_>, margin: &Margin, tight: bool, gap: Gap<'_>) {
        let blank = if tight {
            String::new()
        } else {
            format!("{}\n", margin.rest.trim_end())
        };
        let mut margin = margin.clone();
        let mut before = gap.before.to_owned();
        let blocks: Vec<Node<'_>> = parent.children().collect();
        if blocks.is_empty() {
            self.out.push_str(&before);
            self.line(&margin.first, "");
        }
        for block in blocks {
            if self.statements(block) {
                continue;
            }
            self.block(
                block,
                &margin,
                Gap {
                    before: &before,
                    after: "",
                },
            );
            before.clone_from(&blank);
            margin.first.clone_from(&margin.rest);
        }
        self.out.push_str(gap.after);
    }

    fn block(&mut self, block: Node<'_>, margin: &Margin, gap: Gap<'_>) {
        match &block.data().value {
            NodeValue::Paragraph => {
                let words = self.inline.of(block);
                self.paragraph(&words, margin, gap);
            }
            NodeValue::Heading(heading) => self.heading(block, heading.level, margin, gap),
            NodeValue::BlockQuote => {
                let quoted = Margin {
                    first: format!("{}> ", margin.first),
                    rest: format!("{}> ", margin.rest),
                };
                self.inner(block, &quoted, false, gap);
            }
            NodeValue::List(list) => self.list(block, list, margin, gap),
            NodeValue::CodeBlock(code) => {
                let lines: Vec<String> = code.literal.lines().map(|line| format!("    {line}")).collect();
                self.lines(&lines, margin, gap);
            }
            NodeValue::Table(table) => {
                let table = TextTable::of(block, &table.alignments, &mut self.inline);
                let lines = table.lines(
                    WIDTH.saturating_sub(margin.rest.width()),
                    self.inline.stage.shape(),
                );
                self.lines(&lines, margin, gap);
            }
            NodeValue::ThematicBreak => self.lines(&["* * *".to_owned()], margin, gap),
            _ => {}
        }
    }

    fn paragraph(&mut self, words: &str, margin: &Margin, gap: Gap<'_>) {
        let stage = self.inline.stage;
        let (opener, words, end) = hoisted(words, stage);
        let text = if stage.shape().is_in(words) {
            stage.hold(Held::Paragraph {
                content: words.to_owned(),
                first_indent: margin.first.clone(),
                indent: margin.rest.clone(),
            })
        } else {
            wrapped(words, &margin.first, &margin.rest, WIDTH)
        };
        for piece in [opener, gap.before, &text, "\n", gap.after, end] {
            self.out.push_str(piece);
        }
    }

    fn heading(&mut self, block: Node<'_>, level: u8, margin: &Margin, gap: Gap<'_>) {
        let words = self.inline.of(block);
        self.paragraph(&words, margin, Gap { after: "", ..gap });
        let mark = if level <= 2 { "-" } else { "~" };
        let width = self.inline.stage.shape().strip(&words).width();
        let room = WIDTH.saturating_sub(margin.rest.width());
        self.line(&margin.rest, &mark.repeat(width.clamp(4, room.max(4))));
        self.out.push_str(gap.after);
    }

    fn list(&mut self, block: Node<'_>, list: &NodeList, margin: &Margin, gap: Gap<'_>) {
        let items: Vec<Node<'_>> = block.children().collect();
        let widest = (list.start + items.len().saturating_sub(1)).to_string().len();
        let mut first = margin.first.as_str();
        let blank = format!("{}\n", margin.rest.trim_end());
        for (index, item) in items.iter().enumerate() {
            let marker = match list.list_type {
                ListType::Bullet => "- ".to_owned(),
                ListType::Ordered => format!("{:>widest$}. ", list.start + index),
            };
            let inner = Margin {
                first: format!("{first}{marker}"),
                rest: format!("{}{}", margin.rest, " ".repeat(marker.len())),
            };
            let before = match index {
                0 => gap.before,
                _ if list.tight => "",
                _ => blank.as_str(),
            };
            self.inner(item, &inner, list.tight, Gap { before, after: "" });
            first = &margin.rest;
        }
        self.out.push_str(gap.after);
    }

    fn lines(&mut self, lines: &[String], margin: &Margin, gap: Gap<'_>) {
        self.out.push_str(gap.before);
        for (index, line) in lines.iter().enumerate() {
            let prefix = if index == 0 { &margin.first } else { &margin.rest };
            self.line(prefix, line);
        }
        self.out.push_str(gap.after);
    }

    fn line(&mut self, prefix: &str, text: &str) {
        let line = format!("{prefix}{text}");
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

/// A paragraph that stands wholly in one `if`: the `if`, what it encloses, the `endif`. Where the condition fails, no empty line, no bare
/// bullet remains. Any other paragraph comes back as it is.
fn hoisted<'a>(words: &'a str, stage: &Stage) -> (&'a str, &'a str, &'a str) {
    let whole = ("", words, "");
    let found = stage.shape().find(words);
    let tag = |index: usize| found.get(index).and_then(|sighting| stage.seen(sighting));
    let (Some(first), Some(last)) = (found.first(), found.last()) else {
        return whole;
    };
    if first.start != 0 || last.end != words.trim_end().len() || found.len() < 2 {
        return whole;
    }
    let mut depth = 0_usize;
    for index in 0..found.len() {
        let Some(Held::Tag(tag)) = tag(index) else {
            return whole;
        };
        let is_last = index + 1 == found.len();
        if (index == 0 && tag.word() != "if") || (depth == 1 && tag.divides()) {
            return whole;
        }
        if tag.opens() {
            depth += 1;
        } else if tag.closes() {
            depth = depth.saturating_sub(1);
        }
        if (depth == 0) != is_last {
            return whole;
        }
    }
    (
        &words[..first.end],
        &words[first.end..last.start],
        &words[last.start..last.end],
    )
}
