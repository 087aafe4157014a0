//! # What it checks
//!
//! The draft is in the script of its language, as `language` in the front matter or else in digest.yaml says: not a text in Cyrillic letters that is
//! declared to be English. Languages that are written in several scripts do not count, nor do texts of less than 200 letters.
//!
//! # Why it matters
//!
//! The mail says its language to those who cannot see: a screen reader that is told English reads Russian letter by letter (WCAG 2.2, success
//! criterion 3.1.1). Mail programs offer to translate by it, and choose fonts.
//!
//! # Example
//!
//! ```yaml
//! language: en
//! ```
//!
//! above an issue in Russian
//!
//! # Instead
//!
//! ```yaml
//! language: ru
//! ```

use unicode_script::{Script, UnicodeScript};

use crate::check::{Check, DraftScope, Family, Finding, Rule};
use crate::foundation::Severity;

/// So few letters tell nothing.
const LEAST: usize = 200;
/// A language's own letters are few where they are less than one of so many.
const FEW: usize = 5;
/// So many are enough.
const ENOUGH: usize = 4000;

/// Scripts, and the languages that are written in one of them alone.
const LANGUAGES: [(&[Script], &str); 14] = [
    (
        &[Script::Latin],
        "en de fr es pt it nl sv da nb nn no fi is et lv lt pl cs sk sl hr hu ro ca gl eu ga cy br oc sq tr id sw af vi eo mt lb tl",
    ),
    (&[Script::Cyrillic], "ru uk be bg mk ky"),
    (&[Script::Greek], "el"),
    (&[Script::Arabic], "ar fa ur ps"),
    (&[Script::Hebrew], "he yi"),
    (&[Script::Han, Script::Bopomofo], "zh"),
    (&[Script::Han, Script::Hiragana, Script::Katakana], "ja"),
    (&[Script::Hangul, Script::Han], "ko"),
    (&[Script::Devanagari], "hi mr ne"),
    (&[Script::Bengali], "bn"),
    (&[Script::Thai], "th"),
    (&[Script::Georgian], "ka"),
    (&[Script::Armenian], "hy"),
    (&[Script::Tamil], "ta"),
];

pub(in crate::check) const RULE: Rule = Rule {
    name: "language-mismatch",
    severity: Severity::Warning,
    family: Family::Text,
    source: include_str!("language_mismatch.rs"),
    limits: &[],
    check: Check::Draft(check),
};

fn check(scope: &DraftScope<'_>) -> Vec<Finding> {
    let own = scope.draft.front.language.as_ref();
    let tag = own.map_or(scope.config.language.as_str(), |language| &language.value);
    let language = scope.language().to_ascii_lowercase();
    let mut known = LANGUAGES.iter();
    let Some((wanted, _)) = known.find(|(_, languages)| languages.split(' ').any(|known| known == language))
    else {
        return Vec::new();
    };
    // `ru-Latn` says itself what it is in.
    if tag.split(['-', '_']).skip(1).any(|part| part.len() == 4) {
        return Vec::new();
    }
    let Some(written) = foreign(scope, wanted) else {
        return Vec::new();
    };
    let place = own.map_or_else(|| scope.head(), |language| language.span);
    let message = format!(
        "the issue is said to be in the language `{tag}`, and most of it is in {} letters",
        written.full_name()
    );
    let hint = "write the language that it is in: `language: …` in the front matter";
    vec![scope.finding(place, message).hinted(hint)]
}

/// The script that most letters are of, if it is none of those wanted.
fn foreign(scope: &DraftScope<'_>, wanted: &[Script]) -> Option<Script> {
    let mut counts: Vec<(Script, usize)> = Vec::new();
    let blocks = scope.prose().blocks.iter();
    let letters = blocks.flat_map(|block| block.text.chars().filter(|c| c.is_alphabetic()));
    let mut all = 0;
    let mut latin = 0;
    for letter in letters.take(ENOUGH) {
        all += 1;
        latin += usize::from(letter.is_ascii());
        // So many fit already that the rest can make no difference.
        if latin * FEW > ENOUGH && wanted.contains(&Script::Latin) {
            return None;
        }
        let script = if letter.is_ascii() {
            Script::Latin
        } else {
            letter.script()
        };
        match counts.iter_mut().find(|(counted, _)| *counted == script) {
            Some((_, count)) => *count += 1,
            None => counts.push((script, 1)),
        }
    }
    let (most, count) = counts.iter().max_by_key(|(_, count)| *count)?;
    let fits = counts.iter().filter(|(script, _)| wanted.contains(script));
    let fitting: usize = fits.map(|(_, count)| count).sum();
    // An issue in Chinese or Japanese that speaks of software may well have most of its letters in Latin.
    let is_foreign = !wanted.contains(most) && *count * 2 > all && fitting * FEW < all;
    (all >= LEAST && is_foreign).then_some(*most)
}
