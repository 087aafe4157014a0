//! The rule `emoji-row`.

use crate::check::NOTHING;
use crate::check::of_rule::with_block;

#[test]
fn fires_at_five_in_a_row() {
    assert_eq!(
        with_block("We did it 🎉🎉 🎉🎉❤️ today."),
        ["14:11 info emoji-row: 5 emoji in a row, and a screen reader reads the name of each -- keep one"]
    );
}

#[test]
fn quiet_for_four_for_families_and_for_letters() {
    assert_eq!(with_block("Fun 🎉🎉🎉🎉 and 🎉"), NOTHING);
    assert_eq!(with_block("👩‍👩‍👧‍👦 👍🏽 🇰🇿"), NOTHING);
    assert_eq!(with_block("漢字仮名交じり文 ★★★★★"), NOTHING);
}
