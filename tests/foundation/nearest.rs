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
