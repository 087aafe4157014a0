//! The Subject header of an edition's copies.

use std::borrow::Cow;

use crate::edition::{Piece, Slotted};

use super::form::{Finish, Form};
use super::headers::subject_field;
use super::reader::Reader;
use super::{ComposeError, Unfillable};

/// A subject, encoded once where it is the same for everyone; one with slots is encoded whole for each copy, since encoded words cannot be spliced (RFC 2047 section 5).
#[derive(Debug)]
pub(super) enum Subject {
    /// The header field.
    Fixed(Vec<u8>),
    /// What is filled for each copy, and what stands before it.
    Slotted(Box<Form>, &'static str),
}

impl Subject {
    /// Makes an edition's subject ready, with a mark before it.
    ///
    /// # Errors
    ///
    /// Where a tag in it cannot be filled for anyone.
    pub(super) fn new(subject: &Slotted, mark: &'static str) -> Result<Self, ComposeError> {
        let fixed: Option<String> = subject
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Fixed(text) => Some(text.as_str()),
                _ => None,
            })
            .collect();
        match fixed {
            Some(text) => Ok(Self::Fixed(subject_field(&format!("{mark}{text}")))),
            None => Ok(Self::Slotted(Box::new(Form::new(subject, Finish::Plain)?), mark)),
        }
    }

    /// The header field of one copy.
    pub(super) fn field(&self, reader: &Reader<'_>) -> Result<Cow<'_, [u8]>, Unfillable> {
        match self {
            Self::Fixed(field) => Ok(Cow::Borrowed(field)),
            Self::Slotted(form, mark) => {
                let text = format!("{mark}{}", form.fill(reader)?);
                Ok(Cow::Owned(subject_field(&text)))
            }
        }
    }
}
