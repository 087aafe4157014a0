//! Spans of time.

use std::time::Duration;

use crate::publication::Fault;

/// Ten years: longer is a slip of the hand, and would leave the calendar.
const LONGEST: Duration = Duration::from_hours(24 * 3650);

/// A span of time, written `30s`, `10m`, `12h` or `14d`; at most ten years.
pub fn duration(text: &str) -> Result<Duration, Fault> {
    let wrong = || {
        let fault = Fault::new(format!("`{}` is no span of time", text.escape_debug()));
        fault.hinted("write `30s`, `10m`, `12h` or `14d`")
    };
    let unit = text.chars().next_back().ok_or_else(wrong)?;
    let seconds: u64 = match unit {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        'd' => 86_400,
        _ => return Err(wrong()),
    };
    let digits = text[..text.len() - 1].trim_end();
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return Err(wrong());
    }
    let number: Option<u64> = digits.parse().ok();
    let duration = number
        .and_then(|number| number.checked_mul(seconds))
        .map(Duration::from_secs);
    duration
        .filter(|duration| *duration <= LONGEST)
        .ok_or_else(|| Fault::new(format!("`{text}` is longer than ten years")))
}
