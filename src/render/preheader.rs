//! The line that mail programs show beside the subject.

use unicode_segmentation::UnicodeSegmentation;

use super::stage::{Held, Stage};

/// Characters at most: phones show some 90, the widest desktop programs about 130.
const LONGEST: usize = 130;

/// The first sentence (UAX #29) of a part that is the same for everyone: no slot in it, no condition around it. Empty where there is none.
/// `paragraphs` come with the number of waiting blocks around their beginnings.
pub(super) fn first_sentence(paragraphs: &[(String, usize)], stage: &Stage) -> String {
    for (text, depth) in paragraphs {
        let mut depth = *depth;
        for sentence in text.unicode_sentences() {
            let found = stage.shape().find(sentence);
            if found.is_empty() && depth == 0 {
                return cut(sentence.trim());
            }
            for sighting in found {
                match stage.seen(&sighting) {
                    Some(Held::Tag(tag)) if tag.opens() => depth += 1,
                    Some(Held::Tag(tag)) if tag.closes() => depth = depth.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }
    String::new()
}

/// A sentence of no more than [`LONGEST`] characters, cut between words.
fn cut(sentence: &str) -> String {
    if sentence.graphemes(true).count() <= LONGEST {
        return sentence.to_owned();
    }
    let mut kept = String::new();
    let mut length = 0;
    for piece in sentence.split_word_bounds() {
        let more = piece.graphemes(true).count();
        // One is kept for the ellipsis.
        if length + more >= LONGEST {
            break;
        }
        length += more;
        kept.push_str(piece);
    }
    let kept = kept.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_punctuation());
    if kept.is_empty() {
        return sentence.graphemes(true).take(LONGEST - 1).chain(["…"]).collect();
    }
    format!("{kept}…")
}
