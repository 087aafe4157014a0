//! Dates in numbers.

use crate::foundation::Span;

use super::{WrittenDate, digits_at};

/// Years of dates in numbers: what is less or more is something else.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2100;
/// The highest number that is taken for a day or a mistaken month.
const MOST: i8 = 31;

/// `2019-02-05` and `2019/02/05`, whose year is `number`.
pub(super) fn year_first(text: &str, number: Span) -> Option<WrittenDate> {
    let year = number.of(text).parse().ok().filter(|year| YEARS.contains(year))?;
    let sign = text[number.end..]
        .chars()
        .next()
        .filter(|c| matches!(c, '-' | '/'))?;
    let month = digits_at(text, number.end + 1);
    let day = text[month.end..]
        .starts_with(sign)
        .then(|| digits_at(text, month.end + 1))?;
    let is_time = text[day.end..].starts_with('T');
    if month.len() != 2 || day.len() != 2 || !begins(text, number.start) || !(is_time || ends(text, day.end))
    {
        return None;
    }
    date(
        Span::new(number.start, day.end),
        day.of(text),
        month.of(text),
        year,
    )
}

/// `5.2.2019`, `25/2/2019`, `2/25/2019`. With slashes, and with the month first, only where one of the numbers can be a day alone.
pub(super) fn dotted_or_slashed(text: &str, number: Span) -> Option<WrittenDate> {
    let sign = text[number.end..]
        .chars()
        .next()
        .filter(|c| matches!(c, '.' | '/'))?;
    let second = digits_at(text, number.end + 1);
    let year = text[second.end..]
        .starts_with(sign)
        .then(|| digits_at(text, second.end + 1))?;
    let whole = Span::new(number.start, year.end);
    if !(1..=2).contains(&second.len())
        || year.len() != 4
        || !begins(text, whole.start)
        || !ends(text, whole.end)
    {
        return None;
    }
    let year = year.of(text).parse().ok().filter(|year| YEARS.contains(year))?;
    let (first, second) = (number.of(text), second.of(text));
    let is_day = |number: &str| number.parse::<i8>().is_ok_and(|number| number > 12);
    match (sign, is_day(first), is_day(second)) {
        (_, true, _) | ('.', _, false) => date(whole, first, second, year),
        (_, false, true) => date(whole, second, first, year),
        _ => None,
    }
}

fn date(span: Span, day: &str, month: &str, year: i16) -> Option<WrittenDate> {
    let number = |digits: &str| digits.parse().ok().filter(|number| *number <= MOST);
    Some(WrittenDate {
        span,
        day: number(day)?,
        month: number(month)?,
        year: Some(year),
        weekday: None,
    })
}

/// Whether what begins at `start` is not the rest of something longer.
fn begins(text: &str, start: usize) -> bool {
    let part = |c: char| c.is_alphanumeric() || "-_/.=#&+%:@,".contains(c);
    !text[..start].ends_with(part)
}

/// Whether what ends at `end` goes on no further.
fn ends(text: &str, end: usize) -> bool {
    let mut signs = text[end..].chars();
    match signs.next() {
        Some('.' | ',' | ':') => !signs.next().is_some_and(char::is_alphanumeric),
        Some(sign) => !sign.is_alphanumeric() && !"-_/=&%@".contains(sign),
        None => true,
    }
}
