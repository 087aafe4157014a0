//! A text made ready for stage one: its waiting tags are calls that leave a token.

use crate::foundation::{Diagnostic, Location, Span};
use crate::issue::{Tag, TagKind, excessive_tag, scan_tags};

use super::blocks::Blocks;
use super::deferral::{Decision, Deferral};
use super::known_word::unknown_word;
use super::stage::{HeldTag, Pending, Stage};
use super::statement::Statement;

/// The function that waiting tags become.
pub(super) const LATER: &str = "__later";

/// A text with tags, before stage one.
pub(super) struct Unprepared<'a> {
    /// As written.
    pub text: &'a str,
    /// The spans that hold no tags, whatever it looks like: code in drafts.
    pub code: Vec<Span>,
    /// Whether statements leave HTML comments, which may stand in a table or a head.
    pub comments: bool,
    /// Where a span of the text stands in its file.
    pub locate: &'a dyn Fn(Span) -> Location,
}

impl Unprepared<'_> {
    /// The same text for the template engine, line for line, or what is wrong with its tags.
    pub(super) fn prepare(&self, stage: &Stage) -> Result<String, Vec<Diagnostic>> {
        let tags = scan_tags(self.text);
        if let Some(tag) = tags.iter().find(|tag| !tag.closed && !self.is_code(tag)) {
            return Err(vec![self.unclosed(tag)]);
        }
        if let Some((tag, message)) = excessive_tag(self.text, &tags) {
            return Err(vec![self.fault(&tag, message)]);
        }
        let live: Vec<&Tag> = tags.iter().filter(|tag| !self.is_code(tag)).collect();
        let decisions = self.decide(&live)?;
        let waiting = live
            .iter()
            .zip(&decisions)
            .filter(|(_, decision)| **decision != Decision::Now);
        let unknown: Vec<Diagnostic> = waiting.filter_map(|(tag, _)| self.unknown(tag)).collect();
        if !unknown.is_empty() {
            return Err(unknown);
        }
        let mut decisions = decisions.into_iter();
        let mut prepared = String::with_capacity(self.text.len());
        let mut at = 0;
        for tag in &tags {
            let decision = if self.is_code(tag) { None } else { decisions.next() };
            // A raw block in code ends with its `endraw`, which was passed together with it.
            if tag.span.start < at {
                continue;
            }
            prepared.push_str(&self.text[at..tag.span.start]);
            at = match decision {
                None => self.push_code(&mut prepared, tag, &tags, stage),
                Some(Decision::Now) => {
                    prepared.push_str(tag.span.of(self.text));
                    tag.span.end
                }
                Some(Decision::Later { carries, resets }) => {
                    prepared.push_str(&self.call(tag, carries, &resets, stage));
                    tag.span.end
                }
            };
        }
        prepared.push_str(&self.text[at..]);
        Ok(prepared)
    }

    fn is_code(&self, tag: &Tag) -> bool {
        self.code.iter().any(|code| code.contains(tag.span))
    }

    fn decide(&self, live: &[&Tag]) -> Result<Vec<Decision>, Vec<Diagnostic>> {
        let statements: Vec<Statement> = live.iter().map(|tag| self.statement(tag)).collect();
        let blocks = Blocks::of(&statements).map_err(|(tag, message)| {
            let hint = "a block begins and ends in the same paragraph, item or section, and its tags stand on lines of their own or all in one line";
            vec![self.fault(live[tag], message).hinted(hint)]
        })?;
        Deferral::decide(&statements, &blocks).map_err(|refusals| {
            let told = |refusal: super::deferral::Refusal| {
                self.fault(live[refusal.tag], refusal.message)
                    .hinted(refusal.hint)
            };
            refusals.into_iter().map(told).collect()
        })
    }

    fn unknown(&self, tag: &Tag) -> Option<Diagnostic> {
        let (message, hint) = unknown_word(tag.inner(self.text))?;
        let fault = Diagnostic::error("tag", (self.locate)(tag.span), message);
        Some(Diagnostic { hint, ..fault })
    }

    fn statement(&self, tag: &Tag) -> Statement {
        let inner = tag.inner(self.text);
        match tag.kind {
            TagKind::Expression => Statement::value(inner),
            TagKind::Statement => Statement::read(inner),
            TagKind::Comment => Statement::value(""),
        }
    }

    /// The call that leaves a waiting tag's token; it trims the text around as the tag did.
    fn call(&self, tag: &Tag, carries: Vec<String>, resets: &[String], stage: &Stage) -> String {
        let is_statement = tag.kind == TagKind::Statement;
        let arguments: String = carries.iter().flat_map(|name| [", ", name.as_str()]).collect();
        let number = stage.expect(Pending::Tag {
            tag: HeldTag {
                inner: tag.inner(self.text).to_owned(),
                is_statement,
                location: (self.locate)(tag.span),
                before: resets
                    .iter()
                    .map(|name| format!("set {name} = {{}}.{name}"))
                    .collect(),
            },
            carries,
            in_comment: is_statement && self.comments,
        });
        let written = tag.span.of(self.text);
        let before = if written[2..].starts_with('-') { "-" } else { "" };
        let after = if written[..written.len() - 2].ends_with('-') {
            "-"
        } else {
            ""
        };
        format!(
            "{{{{{before} {LATER}({number}{arguments}){} {after}}}}}",
            lines_of(written)
        )
    }

    /// Sets a tag in code aside as text, and gives the place behind it.
    fn push_code(&self, prepared: &mut String, tag: &Tag, tags: &[Tag], stage: &Stage) -> usize {
        let is_raw = tag.kind == TagKind::Statement && tag.inner(self.text) == "raw";
        let next = tags.iter().find(|next| next.span.start >= tag.span.end);
        let end = match next {
            Some(next) if is_raw && self.is_code(next) => next.span.end,
            // Of what nothing closes only the braces would trouble the engine: the rest is text, and a backtick in it may end the code.
            _ if !tag.closed && !is_raw => tag.span.start + 2,
            _ => tag.span.end,
        };
        let span = Span::new(tag.span.start, end);
        let text = span.of(self.text).to_owned();
        let lines = lines_of(&text);
        let number = stage.expect(Pending::Code {
            text,
            location: (self.locate)(span),
        });
        let call = format!("{{{{ {LATER}({number}){lines} }}}}");
        prepared.push_str(&call);
        end
    }

    fn unclosed(&self, tag: &Tag) -> Diagnostic {
        let opener = &tag.span.of(self.text)[..2];
        let message = match tag.inner(self.text) {
            "raw" => "`{% raw %}` is never ended by `{% endraw %}`".to_owned(),
            _ => format!("`{opener}` opens a tag that is never closed"),
        };
        self.fault(tag, message).hinted(format!(
            "to show `{opener}` as it is, write `{{{{ \"{opener}\" }}}}`"
        ))
    }

    fn fault(&self, tag: &Tag, message: String) -> Diagnostic {
        Diagnostic::error("slot", (self.locate)(tag.span), message)
    }
}

/// The line ends of a tag: lines keep their numbers, which the engine's messages name.
fn lines_of(text: &str) -> String {
    text.chars().filter(|c| *c == '\n').collect()
}
