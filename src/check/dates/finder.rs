//! Finds dates.

use crate::foundation::Span;

use super::{
    Names, WrittenDate, digits_at, dotted_or_slashed, weekday_of, word_after, word_before, year_after,
    year_first,
};

/// What may stand after the number of a day.
const ORDINALS: [&str; 8] = ["st", "nd", "rd", "th", "er", "-го", "º", "."];
/// What may stand between a day and its month: *31st of May*, *31 de mayo*.
const JOINERS: [&str; 2] = ["of", "de"];
/// Words before a number that make it something else than a day: *Issue 31 February 2019*.
const LABELS: [&str; 20] = [
    "issue",
    "no",
    "nr",
    "number",
    "vol",
    "volume",
    "edition",
    "episode",
    "week",
    "part",
    "chapter",
    "newsletter",
    "top",
    "version",
    "numéro",
    "número",
    "ausgabe",
    "nummer",
    "выпуск",
    "номер",
];
/// Words after *May 5* that no count is followed by: *in May 31 people* is no date.
const AFTER: [&str; 16] = [
    "and", "at", "to", "from", "in", "the", "through", "until", "is", "was", "will", "for", "with", "on",
    "or", "by",
];

/// The dates in a text, in order, as the language writes them and in numbers. What may be something else than a date is left out.
pub(in crate::check) fn dates_in(text: &str, language: &str) -> Vec<WrittenDate> {
    let names = Names::of(language);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(offset) = text.as_bytes()[at..].iter().position(u8::is_ascii_digit) {
        let number = digits_at(text, at + offset);
        at = number.end;
        let date = match number.len() {
            4 => year_first(text, number),
            1 | 2 => named(text, number, names).or_else(|| dotted_or_slashed(text, number)),
            _ => None,
        };
        if let Some(mut date) = date {
            at = date.span.end.max(at);
            date.weekday = weekday_of(text, date.span, names);
            found.push(date);
        }
    }
    found
}

/// A date with its month's name, before or after the day.
fn named(text: &str, number: Span, names: &Names) -> Option<WrittenDate> {
    let day: i8 = number.of(text).parse().ok()?;
    if !(1..=31).contains(&day) || !stands_alone(text, number.start) {
        return None;
    }
    let before = word_before(text, number.start).and_then(|word| Some((word, names.month(word.of(text))?)));
    let rest = &text[number.end..];
    let ordinal = ORDINALS.iter().find(|ordinal| rest.starts_with(**ordinal));
    let end = number.end + ordinal.map_or(0, |ordinal| ordinal.len());
    let after = month_after(text, end, names);
    match (before, after) {
        (None, Some((word, month))) if !is_labelled(text, number.start) => {
            let end = word.end + usize::from(text[word.end..].starts_with(". "));
            let year = year_after(text, end);
            let end = year.map_or(word.end, |(_, span)| span.end);
            Some(WrittenDate {
                span: Span::new(number.start, end),
                day,
                month,
                year: year.map(|(year, _)| year),
                weekday: None,
            })
        }
        (Some((word, month)), None) => {
            let end = if ordinal == Some(&".") { number.end } else { end };
            let year = year_after(text, end);
            let sure = year.is_some() || end > number.end || ends_a_date(&text[end..]);
            sure.then(|| WrittenDate {
                span: Span::new(word.start, year.map_or(end, |(_, span)| span.end)),
                day,
                month,
                year: year.map(|(year, _)| year),
                weekday: None,
            })
        }
        _ => None,
    }
}

/// The month that is named after a day which ends at `end`.
fn month_after(text: &str, end: usize, names: &Names) -> Option<(Span, i8)> {
    let mut word = word_after(text, end)?;
    if JOINERS.contains(&word.of(text)) {
        word = word_after(text, word.end)?;
    }
    Some((word, names.month(word.of(text))?))
}

/// Whether a number that begins at `start` is part of nothing else; the second number of a range is none such.
fn stands_alone(text: &str, start: usize) -> bool {
    let before = &text[..start];
    let Some(last) = before.chars().next_back() else {
        return true;
    };
    if matches!(last, '-' | '/' | '–') {
        return before[..before.len() - last.len_utf8()].ends_with(|c: char| c.is_ascii_digit());
    }
    last.is_whitespace() || matches!(last, '(' | '[' | '"' | '“' | '„' | '«' | '‘' | '—')
}

/// Whether the word before a number says what it counts.
fn is_labelled(text: &str, start: usize) -> bool {
    let before = text[..start].trim_end().trim_end_matches('.');
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next();
    let word = word.unwrap_or_default();
    before.ends_with(['#', '№', '°', '$', '€', '£'])
        || LABELS
            .iter()
            .any(|label| word.chars().flat_map(char::to_lowercase).eq(label.chars()))
}

/// Whether what follows `May 5` shows that it is a date and no count.
fn ends_a_date(rest: &str) -> bool {
    let mut signs = rest.chars();
    match signs.next() {
        None => true,
        Some('.' | ',' | ':') => !signs.next().is_some_and(char::is_alphanumeric),
        Some(sign) if sign.is_whitespace() => {
            let word = rest.trim_start().split(|c: char| !c.is_alphabetic()).next();
            word.is_some_and(|word| AFTER.contains(&word))
        }
        Some(sign) => matches!(sign, ')' | ']' | ';' | '!' | '?' | '–' | '—' | '”' | '"'),
    }
}
