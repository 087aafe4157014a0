//! Whether each copy has an envelope sender of its own.

use crate::foundation::{Address, Span};

use super::{Fault, Reader};

/// How a copy's own tag is joined to the bounce address (a variable envelope return path): a bounce then tells which copy it is about, whatever it quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Verp {
    /// `bounces+TAG@example.org`: most servers deliver that to `bounces@example.org` (RFC 5233).
    #[default]
    Plus,
    /// `bounces-TAG@example.org`, for servers that part there.
    Hyphen,
    /// No tag.
    Off,
}

/// A tag with its delimiter has at most 37 octets, and a local part 64 (RFC 5321 section 4.5.3.1.1).
const LONGEST_LOCAL: usize = 27;

impl Verp {
    /// The character before the tag.
    pub fn delimiter(self) -> Option<char> {
        match self {
            Self::Plus => Some('+'),
            Self::Hyphen => Some('-'),
            Self::Off => None,
        }
    }

    pub(super) fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "plus" => Ok(Self::Plus),
            "hyphen" => Ok(Self::Hyphen),
            "off" => Ok(Self::Off),
            _ => Err(Fault::new(format!(
                "`{}` is none of `plus`, `hyphen` and `off`",
                text.escape_debug()
            ))),
        }
    }

    /// Reports a bounce address that has no room for a tag.
    pub(super) fn check(self, bounce: Option<&(Address, Span)>, reader: &mut Reader<'_>) {
        let long = |(address, _): &&(Address, Span)| address.local().len() > LONGEST_LOCAL;
        if let (Some(_), Some((_, span))) = (self.delimiter(), bounce.filter(long)) {
            let fault = Fault::new(
                "`bounce` is longer than 27 octets before the `@`, which leaves no room for a copy's own tag",
            );
            let hint = "use a shorter address, or write `verp: off`, and bounces do not say which copy they are about";
            reader.wrong(*span, fault.hinted(hint));
        }
    }
}
