//! Names that are looked up as they are.

use crate::compose::reader::Reader;

/// `subscriber.NAME` or `links.unsubscribe`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum PlainName {
    Subscriber(String),
    Unsubscribe,
}

impl PlainName {
    /// Reads an expression; `None` for one that says more, or is none.
    pub(super) fn parse(expression: &str) -> Option<Self> {
        match expression.trim().split_once('.')? {
            ("subscriber", name) if is_name(name) => Some(Self::Subscriber(name.to_owned())),
            ("links", "unsubscribe") => Some(Self::Unsubscribe),
            _ => None,
        }
    }

    /// Whether it names the tags: a list, which can be asked for and not be printed.
    pub(super) fn is_tags(&self) -> bool {
        matches!(self, Self::Subscriber(name) if name == "tags")
    }

    /// What a reader has under that name, where it is a text and not empty.
    pub(super) fn value<'a>(&self, reader: &Reader<'a>) -> Option<&'a str> {
        match self {
            Self::Subscriber(name) => reader.field(name),
            Self::Unsubscribe => reader.unsubscribe(),
        }
    }

    /// Whether a reader has something under that name.
    pub(super) fn is_there(&self, reader: &Reader<'_>) -> bool {
        match self {
            Self::Subscriber(name) => reader.has(name),
            Self::Unsubscribe => reader.unsubscribe().is_some(),
        }
    }
}

fn is_name(name: &str) -> bool {
    let is_start = |c: char| c.is_ascii_alphabetic() || c == '_';
    name.starts_with(is_start) && name.chars().all(|c| is_start(c) || c.is_ascii_digit())
}
