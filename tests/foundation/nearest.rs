//! "Did you mean …".

use digest_cli::foundation::nearest;

#[test]
fn a_slip_of_the_hand_finds_the_word() {
    let known = ["title", "language", "from", "bounce"];
    for (typed, meant) in [
        ("titel", "title"),
        ("Langauge", "language"),
        ("form", "from"),
        ("bounces", "bounce"),
    ] {
        assert_eq!(nearest(typed, known), Some(meant));
    }
}

#[test]
fn another_word_finds_nothing() {
    assert_eq!(nearest("colour", ["title", "language"]), None);
    assert_eq!(nearest("", ["title"]), None);
    assert_eq!(nearest("title", []), None);
}

#[test]
fn a_word_of_a_megabyte_is_near_to_none() {
    let long = "title".repeat(200_000);
    assert_eq!(nearest(&long, ["title"]), None);
    assert_eq!(nearest("title", [long.as_str()]), None);
}
