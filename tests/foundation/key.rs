//! Keys.

use digest_cli::foundation::Key;

const TEXT: &str = "k1:000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

#[test]
fn a_generated_key_can_be_read_and_is_new_each_time() {
    let (one, other) = (Key::generate("k1").unwrap(), Key::generate("k1").unwrap());
    assert_ne!(one, other);
    assert_eq!(Key::parse(&one).unwrap().id(), "k1");
}

#[test]
fn what_is_no_key_is_refused() {
    let digits = &TEXT[3..];
    for wrong in [
        String::new(),
        "k1".into(),
        format!(":{digits}"),
        format!("toolongid:{digits}"),
        format!("k 1:{digits}"),
        format!("k1:{}", &digits[1..]),
        format!("k1:{}g", &digits[1..]),
        format!("k1:+{}", &digits[1..]),
        format!("k1:{}", "ә".repeat(32)),
    ] {
        assert!(Key::parse(&wrong).is_none(), "{wrong}");
    }
}

#[test]
fn the_secret_is_not_shown() {
    assert_eq!(format!("{:?}", Key::parse(TEXT).unwrap()), "Key(k1)");
}

#[test]
fn parts_cannot_be_moved_from_one_to_the_next() {
    let key = Key::parse(TEXT).unwrap();
    let mac = key.mac("token", &["weekly", "ann"]);
    assert_eq!(mac, key.mac("token", &["weekly", "ann"]));
    for other in [
        key.mac("token", &["weeklya", "nn"]),
        key.mac("token", &["weeklyann"]),
        key.mac("token", &["weekly", "ann", ""]),
        key.mac("tokenweekly", &["ann"]),
        key.mac("other", &["weekly", "ann"]),
    ] {
        assert_ne!(mac, other);
    }
}
