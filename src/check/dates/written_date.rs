//! A date as somebody wrote it.

use jiff::civil::{Date, Weekday};

use crate::foundation::Span;

/// A leap year: a date without a year may be 29 February.
const LEAP: i16 = 2000;
/// A date without a year is meant to be within so many days of the issue; further off, the year before or after is as likely.
const NEAR: i32 = 150;

/// A date as somebody wrote it, whether the calendar has such a day or not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::check) struct WrittenDate {
    /// Where it stands in the text, without its weekday.
    pub(in crate::check) span: Span,
    /// The day, from 1 to 31.
    pub(in crate::check) day: i8,
    /// The month: of a date in numbers it may be up to 31.
    pub(in crate::check) month: i8,
    /// The year, where it is written.
    pub(in crate::check) year: Option<i16>,
    /// The weekday that is written with it, and where.
    pub(in crate::check) weekday: Option<(Weekday, Span)>,
}

impl WrittenDate {
    /// Whether there is such a day, be it in a leap year where no year is written.
    pub(in crate::check) fn is_possible(&self) -> bool {
        Date::new(self.year.unwrap_or(LEAP), self.month, self.day).is_ok()
    }

    /// The day that is meant in an issue of `issued`. A date without a year is the one that is near; `None` where none is.
    pub(in crate::check) fn meant_in(&self, issued: Option<Date>) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day).ok();
        }
        let issued = issued?;
        let years = [issued.year() - 1, issued.year(), issued.year() + 1];
        years
            .iter()
            .filter_map(|year| Date::new(*year, self.month, self.day).ok())
            .find(|date| (*date - issued).get_days().abs() <= NEAR)
    }

    /// Whether the weekday written with it is that of the day; without a year, whether that of a day which may be meant in an issue of
    /// `issued`: a conference is announced a year ahead.
    pub(in crate::check) fn may_be_on(&self, weekday: Weekday, issued: Option<Date>) -> bool {
        let Some(nearest) = self.meant_in(issued) else {
            return true;
        };
        let next = Date::new(nearest.year() + 1, self.month, self.day);
        let next = next.ok().filter(|_| self.year.is_none());
        let is_past = issued.is_some_and(|issued| nearest < issued);
        nearest.weekday() == weekday || (is_past && next.is_some_and(|next| next.weekday() == weekday))
    }

    /// Where it stands with its weekday.
    pub(in crate::check) fn whole(&self) -> Span {
        let weekday = self.weekday.map_or(self.span, |(_, span)| span);
        Span::new(self.span.start.min(weekday.start), self.span.end.max(weekday.end))
    }
}
