//! What filling a form takes, piece by piece.

use std::ops::Range;

use minijinja::Environment;

use super::blank::Blank;
use super::plain_condition::PlainCondition;
use super::plain_value::PlainValue;
use crate::compose::reader::Reader;

/// A part of a form.
#[derive(Debug)]
pub(super) enum Step {
    /// These octets of the form's fixed text.
    Fixed(Range<usize>),
    /// A value that is printed as it is.
    Value(PlainValue, Blank),
    /// A paragraph of texts and such values.
    Paragraph(Vec<Step>, Blank),
    /// These steps or those.
    Choice(Choice),
    /// What takes a template; it has this name.
    Template(String),
}

/// Steps of which the one half or the other is taken, as a condition says.
#[derive(Debug)]
pub(super) struct Choice {
    /// What decides.
    pub(super) condition: PlainCondition,
    /// Taken where it holds.
    pub(super) holding: Vec<Step>,
    /// Taken where it does not.
    pub(super) otherwise: Vec<Step>,
}

/// As long as most paragraphs with something to fill in are, in octets.
const PARAGRAPH: usize = 512;

impl Step {
    /// Adds it for a reader; `None` where a value is missing or a template fails.
    pub(super) fn fill_into(
        &self,
        reader: &Reader<'_>,
        fixed: &str,
        templates: &Environment<'_>,
        out: &mut Vec<u8>,
    ) -> Option<()> {
        match self {
            Self::Fixed(range) => out.extend_from_slice(&fixed.as_bytes()[range.clone()]),
            Self::Value(value, blank) => blank.finish_into(value.of(reader)?, out),
            Self::Paragraph(steps, blank) => {
                let mut filled = Vec::with_capacity(PARAGRAPH);
                for step in steps {
                    step.fill_into(reader, fixed, templates, &mut filled)?;
                }
                blank.finish_into(std::str::from_utf8(&filled).ok()?, out);
            }
            Self::Choice(choice) => {
                for step in choice.made_for(reader) {
                    step.fill_into(reader, fixed, templates, out)?;
                }
            }
            Self::Template(name) => {
                let template = templates.get_template(name).ok()?;
                template.render_captured_to(reader.names().clone(), out).ok()?;
            }
        }
        Some(())
    }
}

impl Choice {
    /// The steps to take for a reader.
    pub(super) fn made_for(&self, reader: &Reader<'_>) -> &[Step] {
        if self.condition.holds(reader) {
            &self.holding
        } else {
            &self.otherwise
        }
    }
}
