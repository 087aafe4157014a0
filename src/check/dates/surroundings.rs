//! What stands around a date.

use jiff::civil::Weekday;

use crate::foundation::Span;

use super::Names;

/// Years that newsletters speak of by the day.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;
/// What makes four digits after a date a time: *5 May 1930 UTC*.
const TIMES: [&str; 10] = [
    "UTC", "GMT", "CET", "CEST", "EST", "EDT", "PST", "PDT", "hours", "hrs",
];
/// How long an abbreviated weekday is at most: after a longer one, a point ends the sentence.
const ABBREVIATED: usize = 5;
/// Words that may stand between a weekday and its date.
const ARTICLES: [&str; 5] = ["the", "den", "dem", "le", "el"];
/// Words that join a weekday to another: the date belongs to one of the two.
const JOINING: [&str; 14] = [
    "and", "or", "to", "through", "und", "oder", "bis", "et", "ou", "au", "y", "a", "и", "по",
];

/// The digits that begin at `start`.
pub(super) fn digits_at(text: &str, start: usize) -> Span {
    let digits = text.as_bytes()[start..].iter();
    Span::new(
        start,
        start + digits.take_while(|byte| byte.is_ascii_digit()).count(),
    )
}

/// The word that stands behind some white space, or a hyphen, after `at`.
pub(super) fn word_after(text: &str, at: usize) -> Option<Span> {
    let rest = text[at..].strip_prefix('-');
    let rest = rest.unwrap_or_else(|| text[at..].trim_start_matches([' ', '\u{A0}', '\u{202F}']));
    let start = text.len() - rest.len();
    if start == at {
        return None;
    }
    let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    (end > 0).then(|| Span::new(start, start + end))
}

/// The word that stands before some white space before `at`, less the point of an abbreviation.
pub(super) fn word_before(text: &str, at: usize) -> Option<Span> {
    let before = text[..at].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    if before.len() == at {
        return None;
    }
    let before = before.strip_suffix('.').unwrap_or(before);
    last_word(before)
}

/// The year that stands after `at`, behind white space, a comma, a hyphen or `de`.
pub(super) fn year_after(text: &str, at: usize) -> Option<(i16, Span)> {
    let rest = text[at..].strip_prefix(['-', ',']).unwrap_or(&text[at..]);
    let rest = rest.trim_start_matches([' ', '\u{A0}', '\u{202F}']);
    let rest = rest.strip_prefix("de ").unwrap_or(rest);
    let start = text.len() - rest.len();
    if start == at {
        return None;
    }
    let digits = digits_at(text, start);
    let ends = !text[digits.end..].starts_with(|c: char| c.is_alphanumeric());
    let year = digits.of(text).parse().ok()?;
    let next = text[digits.end..].trim_start();
    let is_time = TIMES.iter().any(|zone| next.starts_with(zone));
    (digits.len() == 4 && ends && !is_time && YEARS.contains(&year)).then_some((year, digits))
}

/// The weekday that is written with a date: before it, or in brackets behind it.
pub(super) fn weekday_of(text: &str, date: Span, names: &Names) -> Option<(Weekday, Span)> {
    let word = weekday_behind(text, date).or_else(|| weekday_before(text, date))?;
    let weekday = names.weekday(word.of(text))?;
    (!is_one_of_several(text, word, names)).then_some((weekday, word))
}

/// The word in brackets behind a date.
fn weekday_behind(text: &str, date: Span) -> Option<Span> {
    let rest = text[date.end..].strip_prefix(" (")?;
    let end = rest.find(|c: char| !c.is_alphabetic())?;
    let is_alone = rest[end..].starts_with(')');
    is_alone.then(|| Span::new(date.end + 2, date.end + 2 + end))
}

/// The word before a date, and before an article, a comma, the point of an abbreviation.
fn weekday_before(text: &str, date: Span) -> Option<Span> {
    let mut before = text[..date.start].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    if let Some(article) = last_word(before)
        && ARTICLES.contains(&article.of(text))
    {
        before = text[..article.start].trim_end_matches([' ', '\u{A0}', '\u{202F}']);
    }
    let before = before.strip_suffix(',').unwrap_or(before);
    let word = last_word(before.strip_suffix('.').unwrap_or(before))?;
    let ends_sentence = before.ends_with('.') && word.len() > ABBREVIATED;
    (word.end < date.start && !ends_sentence).then_some(word)
}

/// Whether a weekday is one of several, or no weekday but a newspaper.
fn is_one_of_several(text: &str, weekday: Span, names: &Names) -> bool {
    let before = text[..weekday.start].trim_end();
    if before.ends_with(['-', '–', '—', '&', '/', '+']) {
        return true;
    }
    let Some(word) = last_word(before.trim_end_matches([',', '.'])) else {
        return false;
    };
    let word = word.of(text);
    let is_paper = matches!(weekday.of(text), "Sun" | "Sat") && word.eq_ignore_ascii_case("the");
    is_paper || JOINING.contains(&word) || names.weekday(word).is_some()
}

/// The word that a text ends in.
fn last_word(text: &str) -> Option<Span> {
    let length: usize = text
        .chars()
        .rev()
        .take_while(|c| c.is_alphabetic())
        .map(char::len_utf8)
        .sum();
    (length > 0).then(|| Span::new(text.len() - length, text.len()))
}
