//! Rates and times left.

use std::time::Duration;

use digest_cli::report::{Pace, time_span};

fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}

#[test]
fn the_rate_is_that_of_the_last_seconds() {
    let mut pace = Pace::new();
    assert_eq!(pace.rate(), None);
    assert_eq!(pace.time_left(10), None);
    for second in 1..=100 {
        pace.record(seconds(second), usize::try_from(second).expect("small") * 50);
    }
    assert_eq!(pace.rate(), Some(50.0));
    for second in 101..=130 {
        pace.record(
            seconds(second),
            5000 + (usize::try_from(second).expect("small") - 100) * 10,
        );
    }
    assert_eq!(pace.rate(), Some(10.0));
    assert_eq!(pace.time_left(600), Some(seconds(60)));
}

#[test]
fn where_nothing_moves_there_is_no_time_left_to_tell() {
    let mut pace = Pace::new();
    pace.record(seconds(60), 0);
    assert_eq!(pace.rate(), Some(0.0));
    assert_eq!(pace.time_left(5), None);
}

#[test]
fn times_are_said_in_two_units() {
    let cases = [
        (0, "0 s"),
        (59, "59 s"),
        (60, "1 min 00 s"),
        (3599, "59 min 59 s"),
        (7500, "2 h 05 min"),
        (86_400, "1 day 0 h"),
        (273_600, "3 days 4 h"),
    ];
    for (length, said) in cases {
        assert_eq!(time_span(seconds(length)), said);
    }
    assert_eq!(time_span(Duration::from_millis(1500)), "2 s");
}
