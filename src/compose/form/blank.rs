//! What is filled in, and how it is finished.

use std::borrow::Cow;

use minijinja::value::{Value, ValueKind};
use minijinja::{Environment, Error, ErrorKind, State};

use crate::compose::{escape, segment};
use crate::edition::Place;

use super::Finish;
use super::layout::Layout;

/// A place of a form that is filled in.
#[derive(Debug, Clone)]
pub(super) enum Blank {
    /// A value, escaped for its place.
    Value(Place, Finish),
    /// A paragraph whose own blanks are filled, to be wrapped.
    Paragraph(Layout, Finish),
}

/// The blanks of a form, each known to its template by its number.
#[derive(Debug, Clone, Default)]
pub(super) struct Blanks(Vec<Blank>);

/// The filter that finishes what goes into a blank.
pub(super) const FILL: &str = "__fill";

impl Blanks {
    /// Adds one and tells its number.
    pub(super) fn push(&mut self, blank: Blank) -> usize {
        self.0.push(blank);
        self.0.len() - 1
    }

    /// Gives an environment the filter that fills them.
    pub(super) fn serve(self, environment: &mut Environment<'_>) {
        environment.add_filter(FILL, move |state: &mut State, value: &Value, number: usize| {
            let blank = self.0.get(number).ok_or(ErrorKind::InvalidOperation)?;
            blank.fill(state, value)
        });
    }
}

impl Blank {
    fn fill(&self, state: &mut State, value: &Value) -> Result<String, Error> {
        let mut filled = Vec::new();
        self.finish_into(&text(state, value)?, &mut filled);
        String::from_utf8(filled).map_err(|_| ErrorKind::InvalidOperation.into())
    }

    /// Adds a text, finished for this place.
    pub(super) fn finish_into(&self, text: &str, out: &mut Vec<u8>) {
        let (filled, finish) = match self {
            Self::Value(place, finish) => (escape::escape(text, *place), finish),
            Self::Paragraph(layout, finish) => (Cow::Owned(layout.wrap(text)), finish),
        };
        match finish {
            Finish::Plain => out.extend_from_slice(filled.as_bytes()),
            Finish::Wire => segment::encode_into(&filled, out),
        }
    }
}

/// A value as text. A list or a table would be printed as program text, and `none` as a word: in a letter, each is a mistake.
fn text(state: &mut State, value: &Value) -> Result<String, Error> {
    let refuse = |reason: &'static str| Err(Error::new(ErrorKind::InvalidOperation, reason));
    match value.kind() {
        ValueKind::String | ValueKind::Number | ValueKind::Bool => Ok(value.to_string()),
        // Fails, but for the missing `else` of `{{ x if y }}`, which is meant to be nothing.
        ValueKind::Undefined => state.format(value.clone()),
        ValueKind::None => refuse("no value"),
        _ => refuse("not text; `join` makes a list into text"),
    }
}
