//! Texts with tokens, taken to pieces.

use crate::edition::{Piece, Place, Slotted};
use crate::foundation::{Diagnostic, Location, grouped};

use super::markdown_text::WIDTH;
use super::slot_place::url_part;
use super::stage::{Held, HeldTag, Stage};
use super::token::Sighting;

/// So far back the beginning of an address is looked for; none is as long.
const LONGEST_ADDRESS: usize = 8_000;

/// Pieces in the making.
#[derive(Debug, Default)]
pub(super) struct Pieces {
    pieces: Vec<Piece>,
}

impl Pieces {
    /// Adds finished text.
    pub(super) fn fixed(&mut self, text: &str) {
        match self.pieces.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Fixed(last)) => last.push_str(text),
            _ => self.pieces.push(Piece::Fixed(text.to_owned())),
        }
    }

    /// Adds a slot, and before it what it took along.
    pub(super) fn tag(&mut self, tag: &HeldTag, place: Place) {
        let origin = shown(&tag.location);
        let statement = |statement: &String| Piece::Statement {
            statement: statement.clone(),
            origin: origin.clone(),
        };
        self.pieces.extend(tag.before.iter().map(statement));
        self.pieces.push(if tag.is_statement {
            statement(&tag.inner)
        } else {
            Piece::Value {
                expression: tag.inner.clone(),
                place,
                origin: origin.clone(),
            }
        });
    }

    /// All of them.
    pub(super) fn finished(self) -> Vec<Piece> {
        self.pieces
    }
}

/// A file and a line, as messages name them.
fn shown(location: &Location) -> String {
    format!("{}:{}", location.source.path().display(), location.line())
}

/// Plain text, taken to pieces.
pub(super) fn of_text(text: &str, stage: &Stage) -> Result<Slotted, Vec<Diagnostic>> {
    let mut pieces = Pieces::default();
    let mut at = 0;
    for sighting in stage.shape().find(text) {
        pieces.fixed(&text[at..sighting.start]);
        at = sighting.end;
        match stage.seen(&sighting) {
            Some(Held::Tag(tag)) => {
                let place = place_in_text(text, &sighting, &tag, stage)?;
                pieces.tag(&tag, place);
            }
            Some(Held::Paragraph {
                content,
                first_indent,
                indent,
            }) => pieces.pieces.push(Piece::Paragraph {
                content: of_text(&content, stage)?,
                first_indent,
                indent,
                width: WIDTH,
            }),
            Some(Held::Text(text) | Held::Code { text, .. }) => pieces.fixed(&text),
            None => {}
        }
    }
    pieces.fixed(&text[at..]);
    Ok(Slotted {
        pieces: pieces.finished(),
    })
}

/// A value inside a written-out address is made fit for it; any other stays as it is.
fn place_in_text(
    text: &str,
    sighting: &Sighting,
    tag: &HeldTag,
    stage: &Stage,
) -> Result<Place, Vec<Diagnostic>> {
    let near = sighting.start.saturating_sub(LONGEST_ADDRESS);
    let before = &text[text.ceil_char_boundary(near)..sighting.start];
    let in_address = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#@!$&'*+,;=%".contains(c);
    let start = before
        .rfind(|c| !in_address(c))
        .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
    if start == 0 && before.len() >= LONGEST_ADDRESS {
        let message = format!(
            "`{}` stands in a word of more than {} characters",
            tag.inner,
            grouped(LONGEST_ADDRESS)
        );
        let finding = Diagnostic::error("slot", tag.location.clone(), message);
        return Err(vec![finding.hinted("put spaces between slots")]);
    }
    let run = &before[start..];
    let address = run.find("https://").or_else(|| run.find("http://"));
    match address {
        Some(at) if !tag.is_statement => url_part(&run[at..], tag, stage).map_err(|(message, hint)| {
            vec![Diagnostic::error("slot", tag.location.clone(), message).hinted(hint)]
        }),
        _ => Ok(Place::Text),
    }
}
