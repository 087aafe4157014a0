//! Several keys, the newest first.

use digest_cli::foundation::{Key, Keyring};

fn text(id: &str, digit: &str) -> String {
    format!("{id}:{}", digit.repeat(64))
}

#[test]
fn the_first_key_makes_what_is_new_and_the_last_is_the_one_it_began_with() {
    let keys = Keyring::parse(&format!(
        "{}\n{}\r\n{}\n",
        text("k3", "3"),
        text("k2", "2"),
        text("k1", "1")
    ))
    .unwrap();
    assert_eq!(keys.current().id(), "k3");
    assert_eq!(keys.founding().id(), "k1");
    assert_eq!(keys.find("K2").map(Key::id), Some("k2"));
    assert!(keys.find("k4").is_none());
}

#[test]
fn a_variable_may_part_keys_by_commas_or_spaces() {
    for separator in [",", " ", ", "] {
        let keys = format!("{}{separator}{}", text("k2", "2"), text("k1", "1"));
        assert_eq!(Keyring::parse(&keys).unwrap().founding().id(), "k1");
    }
}

#[test]
fn one_key_is_both_the_newest_and_the_oldest() {
    let keys = Keyring::parse(&text("k1", "1")).unwrap();
    assert_eq!(keys.current().id(), keys.founding().id());
}

#[test]
fn no_key_a_wrong_one_and_two_of_one_id_are_refused() {
    let twice = format!("{}\n{}", text("k1", "1"), text("K1", "2"));
    let wrong = format!("{}\nk2:short", text("k1", "1"));
    for refused in ["", "\n", &twice, &wrong] {
        assert!(Keyring::parse(refused).is_none(), "{refused}");
    }
}
