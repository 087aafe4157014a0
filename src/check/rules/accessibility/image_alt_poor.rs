//! # What it checks
//!
//! A picture's description describes: it is no file name, not the word "image" alone, does not begin with "image of" (in English), and has no more
//! than 125 characters.
//!
//! # Why it matters
//!
//! A screen reader says "image" by itself, so "image of" is heard twice, and "IMG underscore 4711 dot jpeg" says nothing. Long descriptions cannot be
//! stopped or gone back in, and 125 characters are what checklists for mail allow (Boise State University's among them).
//!
//! # Example
//!
//! ```markdown
//! ![IMG_4711.jpg](https://example.org/ports.png)
//! ```
//!
//! # Instead
//!
//! ```markdown
//! ![The container terminal of Aktau in fog](https://example.org/ports.png)
//! ```
//!
//! What needs more words goes into the text below the picture.

use crate::check::{Check, DraftScope, Family, Finding, Limit, Rule};
use crate::foundation::{Severity, Span};
use crate::issue::ProseImage;

use unicode_segmentation::UnicodeSegmentation;

const CHARACTERS: Limit = Limit {
    rule: "image-alt-poor",
    key: "characters",
    usual: 125,
    says: "the most characters of a picture's description",
};

/// How files of pictures end.
const ENDINGS: [&str; 9] = ["png", "jpg", "jpeg", "gif", "webp", "svg", "avif", "bmp", "heic"];
/// What cameras and telephones begin names with.
const PREFIXES: [&str; 5] = ["img", "dsc", "dscn", "pxl", "image"];
/// Words that describe nothing.
const EMPTY_WORDS: [&str; 8] = [
    "image",
    "img",
    "picture",
    "photo",
    "screenshot",
    "graphic",
    "alt",
    "alt text",
];
/// What a screen reader has said already.
const OPENINGS: [&str; 8] = [
    "image of ",
    "an image of ",
    "picture of ",
    "a picture of ",
    "photo of ",
    "a photo of ",
    "graphic of ",
    "a graphic of ",
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "image-alt-poor",
    severity: Severity::Info,
    family: Family::Accessibility,
    source: include_str!("image_alt_poor.rs"),
    limits: &[CHARACTERS],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let images = scope.prose().images.iter();
    images
        .filter_map(|image| {
            let (message, hint) = fault(scope, &image.alt)?;
            Some(scope.finding(alt_span(scope, image), message).hinted(hint))
        })
        .collect()
}

fn fault(scope: &DraftScope<'_>, alt: &str) -> Option<(String, &'static str)> {
    let hint = "write what the picture shows, as you would say it on the telephone";
    let lower = alt.to_lowercase();
    if is_file_name(&lower) {
        return Some((format!("`{alt}` is a file's name, not a description"), hint));
    }
    if EMPTY_WORDS.contains(&lower.as_str()) {
        return Some((format!("`{alt}` says only that there is a picture"), hint));
    }
    if is_english(scope)
        && let Some(opening) = OPENINGS.iter().find(|opening| lower.starts_with(**opening))
    {
        let message = format!(
            "screen readers say that it is a picture: `{}` is heard twice",
            opening.trim_end()
        );
        return Some((message, "begin with what it shows"));
    }
    let (characters, most) = (alt.graphemes(true).count(), scope.limit(CHARACTERS));
    (characters > most).then(|| {
        let message = format!(
            "the picture's description has {characters} characters; {most} are the most that are heard out"
        );
        (
            message,
            "shorten it, and put the rest into the text below the picture",
        )
    })
}

/// `IMG_4711`, `ports-2.png`.
fn is_file_name(lower: &str) -> bool {
    if lower.contains(char::is_whitespace) {
        return false;
    }
    let ending = lower.rsplit_once('.').map_or("", |(_, ending)| ending);
    let from_camera = PREFIXES.iter().any(|prefix| {
        let rest = lower.strip_prefix(prefix).unwrap_or_default();
        rest.trim_start_matches(['_', '-'])
            .starts_with(|c: char| c.is_ascii_digit())
    });
    ENDINGS.contains(&ending) || from_camera
}

fn is_english(scope: &DraftScope<'_>) -> bool {
    let own = scope.draft.front.language.as_ref();
    let language = own.map_or(&scope.config.language, |language| &language.value);
    language.split('-').next() == Some("en")
}

/// Where the description stands, or the picture where it does not stand there letter by letter.
fn alt_span(scope: &DraftScope<'_>, image: &ProseImage) -> Span {
    let found = image.span.of(scope.text()).find(&image.alt);
    found.map_or(image.span, |at| {
        Span::new(at, at + image.alt.len()).shifted(image.span.start)
    })
}
