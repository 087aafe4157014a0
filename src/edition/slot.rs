//! Text with slots.

use serde::{Deserialize, Serialize};

/// A text in pieces: what is the same for every subscriber, and what is filled for each.
///
/// Taken in order, the pieces form a MiniJinja template in which every [`Piece::Fixed`] is emitted as it is. Tags see `subscriber` and `links`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Slotted {
    /// The pieces, in order.
    pub pieces: Vec<Piece>,
}

/// A part of a slotted text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Piece {
    /// Finished text: already escaped for where it stands, but not yet encoded for the wire.
    Fixed(String),
    /// An expression, the inside of `{{ … }}`, whose value is escaped for its place.
    Value {
        /// The MiniJinja expression.
        expression: String,
        /// Where the value stands.
        place: Place,
        /// The line of the draft or template it was written on, and that file's name, for messages.
        origin: String,
    },
    /// A statement, the inside of `{% … %}`: `if`, `elif`, `else`, `endif`, `for`, `endfor`, `with`, `endwith`, `set`.
    Statement {
        /// The MiniJinja statement.
        statement: String,
        /// Where it was written, as above.
        origin: String,
    },
    /// A paragraph of the text part that holds slots: filled first, then wrapped by [`wrapped`](super::wrapped). Its last line's end is not part
    /// of it.
    Paragraph {
        /// What it says; places are [`Place::Text`], or [`Place::UrlPart`] inside an address that is written out. A line end is a hard break.
        content: Slotted,
        /// What the first line begins with.
        first_indent: String,
        /// What each further line begins with.
        indent: String,
        /// The widest line, in columns.
        width: usize,
    },
}

/// Where a slot's value stands, which decides how it is escaped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// Text between HTML tags: `& < >` are escaped.
    HtmlText,
    /// Inside a quoted HTML attribute: `& < > "` and `'` are escaped.
    HtmlAttribute,
    /// A part of a URL inside an HTML attribute: percent-encoded but for unreserved characters (RFC 3986 section 2.3).
    UrlPart,
    /// A whole URL of ours (`links.*`) inside an HTML attribute: escaped as an attribute.
    Link,
    /// The text part, or a header before it is encoded: taken as it is, control characters made spaces.
    Text,
}

impl Slotted {
    /// A text without slots.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self {
            pieces: vec![Piece::Fixed(text.into())],
        }
    }

    /// Whether it is the same for everyone.
    pub fn is_fixed(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Fixed(_)))
    }

    /// The text with its slots left out, for measuring and for logs.
    pub fn without_slots(&self) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Fixed(text) => text.clone(),
                Piece::Paragraph { content, .. } => content.without_slots(),
                Piece::Value { .. } | Piece::Statement { .. } => String::new(),
            })
            .collect()
    }
}
