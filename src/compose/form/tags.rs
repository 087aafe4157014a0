//! Where the tags of a form were written.

use crate::compose::{ComposeError, Unfillable};

/// A tag of a form: which line of the form it begins on, how it was written, and where.
#[derive(Debug, Clone)]
struct Tag {
    line: usize,
    written: String,
    origin: String,
}

/// The tags of a form, in order. Each begins on a line of its own, by which MiniJinja's errors are traced back.
#[derive(Debug, Clone, Default)]
pub(super) struct Tags(Vec<Tag>);

impl Tags {
    /// Notes a tag that begins on a line of the form.
    pub(super) fn push(&mut self, line: usize, written: String, origin: &str) {
        self.0.push(Tag {
            line,
            written,
            origin: origin.to_owned(),
        });
    }

    /// Why a form cannot be filled.
    pub(super) fn unfillable(&self, error: &minijinja::Error) -> Unfillable {
        let reason = reason(error);
        Unfillable::new(match self.at_fault(error) {
            Some(tag) => format!("{}: `{}`: {reason}", tag.origin, tag.written),
            None => reason,
        })
    }

    /// Why a form makes no sense.
    pub(super) fn refusal(&self, error: &minijinja::Error) -> ComposeError {
        refusal(self.at_fault(error), error)
    }

    /// Why the tag noted last makes no sense.
    pub(super) fn refusal_of_last(&self, error: &minijinja::Error) -> ComposeError {
        refusal(self.0.last(), error)
    }

    fn at_fault(&self, error: &minijinja::Error) -> Option<&Tag> {
        let line = error.line()?;
        self.0
            .iter()
            .rev()
            .find(|tag| tag.line <= line)
            .or(self.0.first())
    }
}

fn refusal(tag: Option<&Tag>, error: &minijinja::Error) -> ComposeError {
    let (origin, tag) = tag.map_or_else(Default::default, |tag| (tag.origin.clone(), tag.written.clone()));
    ComposeError::Tag {
        origin,
        tag,
        reason: reason(error),
    }
}

/// MiniJinja's reason in our words where its own speak of templates.
fn reason(error: &minijinja::Error) -> String {
    use minijinja::ErrorKind::{OutOfFuel, UndefinedError};
    match (error.kind(), error.detail()) {
        (UndefinedError, _) => "no value".to_owned(),
        (OutOfFuel, _) => "takes too long to fill".to_owned(),
        (_, Some(detail)) => detail.to_owned(),
        (kind, None) => kind.to_string(),
    }
}
