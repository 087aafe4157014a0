//! Rates.

use std::time::Duration;

use digest_cli::foundation::Rate;

#[test]
fn a_rate_is_messages_in_a_unit_of_time() {
    for (text, interval) in [
        ("10/s", Duration::from_millis(100)),
        ("600/m", Duration::from_millis(100)),
        ("20000/h", Duration::from_millis(180)),
        ("unlimited", Duration::ZERO),
    ] {
        let rate: Rate = text.parse().unwrap();
        assert_eq!((rate.interval(), rate.to_string().as_str()), (interval, text));
    }
}

#[test]
fn what_is_no_rate_is_refused() {
    for wrong in [
        "",
        "10",
        "/s",
        "0/s",
        "-1/s",
        "10/d",
        "1.5/s",
        "10/s/s",
        "Unlimited",
        "5000000000/s",
    ] {
        let error = wrong.parse::<Rate>().unwrap_err();
        assert!(error.starts_with(&format!("`{wrong}` is no rate: ")), "{error}");
    }
}
