//! The rule `ordinal-wrong`.

use crate::check::{NOTHING, found, mended, with_paragraph};

#[test]
fn fires_at_the_ordinal() {
    assert_eq!(
        found(&with_paragraph("The 22th summit opened.")),
        ["10:5 warning ordinal-wrong: `22th` is no English ordinal -- write `22nd`, if the number is right"]
    );
}

#[test]
fn fires_at_each_wrong_ending() {
    for wrong in [
        "1th", "2th", "3th", "11st", "12nd", "13rd", "4rd", "21th", "112nd", "10st", "2st",
    ] {
        let findings = found(&with_paragraph(&format!("On the {wrong} of May.")));
        assert_eq!(findings.len(), 1, "{wrong}: {findings:?}");
        assert!(findings[0].contains(&format!("`{wrong}` is no English ordinal")));
    }
}

#[test]
fn the_fix_changes_the_ending() {
    assert_eq!(
        mended("ordinal-wrong", &with_paragraph("On the 1th, 11st and 22th.")),
        with_paragraph("On the 1st, 11th and 22nd.")
    );
}

#[test]
fn quiet_for_right_ones_weights_and_other_languages() {
    for text in [
        "On the 1st, 2nd, 3rd, 4th, 10th, 11th, 12th, 13th, 21st, 22nd, 101st, 111th.",
        "He weighs 11st 4lb.",
        "In 5nm, 3rds and v2th1; `22th`.",
        "The 1,002nd ship.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
    let german = with_paragraph("Das 22th").replace("lists: [weekly]", "lists: [weekly]\nlanguage: de");
    assert_eq!(found(&german), NOTHING);
}
