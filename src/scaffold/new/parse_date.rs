//! A date as people type it.

use jiff::civil::Date;

/// `2019-02-05`. The message says what to write.
pub fn parse_date(text: &str) -> Result<Date, String> {
    let shaped = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    let parsed = shaped.then(|| text.parse().ok()).flatten();
    parsed.ok_or_else(|| format!("`{text}` is no date: write year, month and day, as in `2019-02-05`"))
}
