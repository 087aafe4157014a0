//! A marked letter, filled with one reader's values.

use crate::letter::{ADDRESS, NAME, TOKEN};
use crate::publication::{address, name};

/// A part of a letter.
#[derive(Debug, Clone)]
pub(crate) enum Piece {
    /// The same for everybody.
    Fixed(String),
    /// The reader's address.
    Address,
    /// The reader's name.
    Name,
    /// The reader's unsubscribe token.
    Token,
}

/// Cuts a letter at its marks.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let marks = [
        (ADDRESS, Piece::Address),
        (NAME, Piece::Name),
        (TOKEN, Piece::Token),
    ];
    let mut pieces = Vec::new();
    let mut rest = text;
    let next = |rest: &str| {
        let found = marks
            .iter()
            .filter_map(|(mark, piece)| Some((rest.find(mark)?, mark, piece.clone())));
        found.min_by_key(|(at, ..)| *at)
    };
    while let Some((at, mark, piece)) = next(rest) {
        pieces.push(Piece::Fixed(rest[..at].to_owned()));
        pieces.push(piece);
        rest = &rest[at + mark.len()..];
    }
    pieces.push(Piece::Fixed(rest.to_owned()));
    pieces
}

/// The values of one reader.
pub(crate) struct Filled {
    /// The reader's address.
    pub(crate) address: String,
    /// The reader's name.
    pub(crate) name: String,
    token: String,
}

impl Filled {
    /// Those of the reader with a number. The token is as long as one of `digest`, and says nothing.
    pub(crate) fn of(number: u64) -> Self {
        Self {
            address: address(number),
            name: name(number),
            token: format!("{number:035}"),
        }
    }

    /// What stands in a letter for a piece of it.
    pub(crate) fn text<'a>(&'a self, piece: &'a Piece) -> &'a str {
        match piece {
            Piece::Fixed(text) => text,
            Piece::Address => &self.address,
            Piece::Name => &self.name,
            Piece::Token => &self.token,
        }
    }

    /// A letter with these values in it.
    pub(crate) fn letter(&self, pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| self.text(piece)).collect()
    }
}
