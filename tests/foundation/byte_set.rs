//! Which bytes a text holds.

use digest_cli::foundation::ByteSet;
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_set_has_the_bytes_of_its_text_and_no_others(text in "\\PC{0,80}", byte: u8) {
        let set = ByteSet::of(&text);
        prop_assert_eq!(set.has(byte), text.as_bytes().contains(&byte));
    }

    #[test]
    fn a_set_meets_another_where_a_text_holds_one_of_its_bytes(text in "[a-zé—]{0,8}", sought in "[a-zé—]{0,3}") {
        let bytes = sought.as_bytes();
        let holds = text.bytes().any(|byte| bytes.contains(&byte));
        prop_assert_eq!(ByteSet::of(&text).meets(&ByteSet::holding(bytes)), holds);
    }

    #[test]
    fn places_are_where_the_bytes_stand(text in "[ab.,é]{0,30}", from in 0_usize..40) {
        let set = ByteSet::holding(b".,");
        let places: Vec<usize> = text.bytes().enumerate().filter(|(_, byte)| b".,".contains(byte)).map(|(at, _)| at).collect();
        prop_assert_eq!(set.places_in(&text).collect::<Vec<_>>(), &places[..]);
        prop_assert_eq!(set.first_in(&text, from), places.into_iter().find(|at| *at >= from));
    }
}

#[test]
fn a_range_is_added_with_both_of_its_ends() {
    let set = ByteSet::holding(b"x").with(0xFE, 0xFF).with(0x00, 0x01);
    let held: Vec<u8> = (0..=255).filter(|byte| set.has(*byte)).collect();
    assert_eq!(held, [0x00, 0x01, b'x', 0xFE, 0xFF]);
}
