//! Pieces become the source of a MiniJinja template.

use std::fmt::Write;

use minijinja::Environment;
use minijinja::value::Value;

use crate::compose::{ComposeError, segment};
use crate::edition::{Piece, Place, Slotted};

use super::Finish;
use super::blank::{Blank, Blanks, FILL};
use super::layout::Layout;
use super::plain_value::PlainValue;
use super::step::Step;
use super::steps::{Steps, Taken};
use super::tags::Tags;

/// The variable that holds the fixed pieces.
pub(super) const FIXED: &str = "__fixed";

/// Statements that may stand between pieces. Others capture text that is encoded already, or fetch other templates.
const STATEMENTS: &[&str] = &[
    "if", "elif", "else", "endif", "for", "endfor", "set", "with", "endwith", "break", "continue",
];

/// A form in the making.
///
/// The source is nothing but tags: a fixed piece is a variable, so nothing in it can look like a tag. Line breaks stand only inside
/// tags, where they mean nothing, and each tag that a person wrote begins on a line of its own.
#[derive(Debug, Default)]
pub(super) struct Builder {
    /// The template.
    pub(super) source: String,
    /// The tags that were written by hand.
    pub(super) tags: Tags,
    /// The fixed pieces, finished, one behind the other: a copy shares them, and does not copy them.
    pub(super) fixed: String,
    /// Each by itself, for templates.
    pub(super) fixed_pieces: Vec<Value>,
    /// What is filled in.
    pub(super) blanks: Blanks,
    line: usize,
    /// A variable was set, perhaps within a paragraph.
    binds: bool,
}

impl Builder {
    /// Adds the pieces of a slotted text. Gives them as steps too, with the templates that they name: stretches of the source.
    pub(super) fn push_all(&mut self, slotted: &Slotted, finish: Finish) -> Result<Taken, ComposeError> {
        let mut steps = Steps::default();
        // Neighbours are joined, as each segment costs an encoded line.
        let mut fixed = String::new();
        for piece in &slotted.pieces {
            if let Piece::Fixed(text) = piece {
                fixed.push_str(text);
                continue;
            }
            self.push_fixed(&mut fixed, finish, &mut steps);
            let begun = self.source.len();
            let step = match piece {
                Piece::Fixed(_) => continue,
                Piece::Value {
                    expression,
                    place,
                    origin,
                } => self.push_value(expression, *place, origin, finish)?,
                Piece::Statement { statement, origin } => {
                    let (name, rest) = self.push_statement(statement, origin)?;
                    if name == "set" {
                        self.binds = true;
                        steps.end_no_more();
                    }
                    steps.push_statement(begun..self.source.len(), name, rest);
                    continue;
                }
                Piece::Paragraph {
                    content,
                    first_indent,
                    indent,
                    width,
                } => {
                    let layout = Layout {
                        first_indent: first_indent.clone(),
                        indent: indent.clone(),
                        width: *width,
                    };
                    self.push_paragraph(content, layout, finish)?
                }
            };
            if self.binds {
                steps.end_no_more();
            }
            steps.push(begun..self.source.len(), step);
        }
        self.push_fixed(&mut fixed, finish, &mut steps);
        Ok(steps.finish(self.source.len()))
    }

    fn push_fixed(&mut self, text: &mut String, finish: Finish, steps: &mut Steps) {
        if text.is_empty() {
            return;
        }
        let finished = match finish {
            Finish::Plain => std::mem::take(text),
            Finish::Wire => segment::encode(&std::mem::take(text)),
        };
        let (number, at) = (self.fixed_pieces.len(), self.fixed.len());
        self.fixed.push_str(&finished);
        self.fixed_pieces.push(Value::from(finished));
        let begun = self.source.len();
        let _ = write!(self.source, "{{{{{FIXED}[{number}]}}}}");
        steps.push(begun..self.source.len(), Some(Step::Fixed(at..self.fixed.len())));
    }

    fn push_value(
        &mut self,
        expression: &str,
        place: Place,
        origin: &str,
        finish: Finish,
    ) -> Result<Option<Step>, ComposeError> {
        self.open("{{", expression, "}}", origin);
        // By itself first: what is no whole expression could close its tag and open another.
        Environment::new()
            .compile_expression(expression)
            .map_err(|error| self.tags.refusal_of_last(&error))?;
        let blank = Blank::Value(place, finish);
        let number = self.blanks.push(blank.clone());
        self.write(&format!("({expression}\n)|{FILL}({number})}}}}"));
        Ok(PlainValue::parse(expression).map(|value| Step::Value(value, blank)))
    }

    /// Returns its first word, and what follows it.
    fn push_statement<'a>(
        &mut self,
        statement: &'a str,
        origin: &str,
    ) -> Result<(&'a str, &'a str), ComposeError> {
        let words = statement.trim_start();
        let name_ends = words.find(|c: char| !c.is_ascii_alphabetic());
        let (name, rest) = words.split_at(name_ends.unwrap_or(words.len()));
        let captures = name == "set" && !statement.contains('=');
        if captures || !STATEMENTS.contains(&name) || statement.contains("%}") {
            return Err(ComposeError::Statement {
                origin: origin.to_owned(),
                tag: format!("{{% {} %}}", statement.trim()),
            });
        }
        self.open("{%", statement, "%}", origin);
        self.write(&format!("{statement}\n%}}"));
        Ok((name, rest))
    }

    fn push_paragraph(
        &mut self,
        content: &Slotted,
        layout: Layout,
        finish: Finish,
    ) -> Result<Option<Step>, ComposeError> {
        let blank = Blank::Paragraph(layout, finish);
        let number = self.blanks.push(blank.clone());
        self.write(&format!("{{%filter {FILL}({number})%}}"));
        let (steps, templates) = self.push_all(content, Finish::Plain)?;
        self.write("{%endfilter%}");
        Ok(templates.is_empty().then_some(Step::Paragraph(steps, blank)))
    }

    /// Opens a tag that a person wrote.
    fn open(&mut self, opening: &str, inside: &str, closing: &str, origin: &str) {
        self.write(opening);
        self.write("\n");
        // MiniJinja counts lines from 1, we from 0.
        let written = format!("{opening} {} {closing}", inside.trim());
        self.tags.push(self.line + 1, written, origin);
    }

    fn write(&mut self, text: &str) {
        self.line += text.matches('\n').count();
        self.source.push_str(text);
    }
}
