//! What the house style wants, in words.

use crate::foundation::{Count, plural};
use crate::publication::{LeadStyle, SectionKind, SectionStyle};

/// `40 to 80 words`, `1 word`; nothing where any number will do.
pub(super) fn words_wanted(words: Option<Count>) -> Option<String> {
    words.map(|count| counted(count, "word"))
}

/// `600 to 1600 words`, where something is wanted.
pub(super) fn lead_wanted(style: &LeadStyle) -> String {
    match words_wanted(style.words) {
        Some(words) => format!("the lead: {words}"),
        None => "the lead".to_owned(),
    }
}

/// `7 bullets of 40 to 80 words`, `200 to 400 words`, `optional`.
pub(super) fn section_wanted(style: &SectionStyle) -> String {
    let words = words_wanted(style.words);
    let content = match (style.kind, style.bullets, words) {
        (SectionKind::Bullets, Some(bullets), Some(words)) => {
            format!("{} of {words}", counted(bullets, "bullet"))
        }
        (SectionKind::Bullets, Some(bullets), None) => counted(bullets, "bullet"),
        (SectionKind::Bullets, None, Some(words)) => format!("bullets of {words}"),
        (SectionKind::Bullets, None, None) => "bullets".to_owned(),
        (_, _, Some(words)) => words,
        (SectionKind::Prose, _, None) => "paragraphs".to_owned(),
        (SectionKind::Any, _, None) => "whatever belongs here".to_owned(),
    };
    if style.optional {
        format!("{content}; optional")
    } else {
        content
    }
}

/// `52 words`, or `9 words, wanted 40 to 80` where that is not what is wanted.
pub(super) fn words_told(words: usize, wanted: Option<Count>) -> String {
    let told = plural(words, "word");
    match wanted {
        Some(count) => format!("{told}, wanted {count}"),
        None => told,
    }
}

fn counted(count: Count, noun: &str) -> String {
    let one = count.most.unwrap_or(count.least) == 1;
    format!("{count} {noun}{}", if one { "" } else { "s" })
}
