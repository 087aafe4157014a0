//! Sentences.

use unicode_segmentation::UnicodeSegmentation;

use crate::foundation::Span;

/// Abbreviations after which a sentence goes on though a capital follows.
const ABBREVIATIONS: [&str; 22] = [
    "Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Gen.", "Col.", "Sen.", "Rep.", "Gov.", "Lt.", "Sgt.",
    "Jr.", "Sr.", "vs.", "No.", "Nos.", "e.g.", "i.e.", "etc.", "U.S.",
];

/// The sentences of a text by UAX #29 section 5, without white space at their ends; an abbreviation or an initial ends none.
pub(super) fn sentences(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut goes_on = false;
    for (start, sentence) in text.split_sentence_bound_indices() {
        let end = start + sentence.trim_end().len();
        match found.last_mut() {
            Some(last) if goes_on => last.end = end.max(last.end),
            _ => {
                let start = start + sentence.len() - sentence.trim_start().len();
                if end > start {
                    found.push(Span::new(start, end));
                }
            }
        }
        goes_on = ends_in_abbreviation(sentence);
    }
    found
}

fn ends_in_abbreviation(sentence: &str) -> bool {
    let word = sentence.split_whitespace().next_back().unwrap_or_default();
    let word = word.trim_start_matches(['(', '"', '“', '‘', '\'']);
    let mut signs = word.chars();
    let is_initial = signs.next().is_some_and(char::is_uppercase) && signs.as_str() == ".";
    is_initial || ABBREVIATIONS.contains(&word)
}
