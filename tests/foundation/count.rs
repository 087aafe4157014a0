//! Counts.

use digest_cli::foundation::Count;
use proptest::prelude::*;

fn count(text: &str) -> Count {
    text.parse().unwrap_or_else(|error| panic!("{error}"))
}

#[test]
fn a_count_is_a_number_or_a_range_with_both_ends() {
    let both = |least, most| Count { least, most };
    assert_eq!(count("7"), both(7, Some(7)));
    assert_eq!(count("5..9"), both(5, Some(9)));
    assert_eq!(count("3.."), both(3, None));
    assert_eq!(count("..9"), both(0, Some(9)));
    assert_eq!(count("5 .. 9"), both(5, Some(9)));
    assert!(count("5..9").allows(5) && count("5..9").allows(9));
    assert!(!count("5..9").allows(4) && !count("5..9").allows(10));
    assert!(count("3..").allows(usize::MAX) && count("..9").allows(0));
}

#[test]
fn a_count_is_told_as_people_say_it() {
    let told = |text: &str| count(text).to_string();
    assert_eq!(told("7"), "7");
    assert_eq!(told("0"), "0");
    assert_eq!(told("5..9"), "5 to 9");
    assert_eq!(told("3.."), "at least 3");
    assert_eq!(told("..9"), "at most 9");
}

#[test]
fn what_is_no_count_is_refused() {
    for wrong in [
        "",
        "..",
        "seven",
        "-1",
        "5...9",
        "1..2..3",
        "5-9",
        "1.5",
        "99999999999999999999",
    ] {
        let error = wrong.parse::<Count>().unwrap_err();
        assert_eq!(
            error,
            format!("`{wrong}` is no count: write `7`, `5..9`, `3..` or `..9`")
        );
    }
    let empty = "9..5".parse::<Count>().unwrap_err();
    assert_eq!(empty, "`9..5` is an empty range: the smaller number goes first");
}

proptest! {
    #[test]
    fn a_range_allows_what_lies_within(least in 0_usize..1000, more in 0_usize..1000, number in 0_usize..3000) {
        let most = least + more;
        prop_assert_eq!(count(&format!("{least}..{most}")).allows(number), (least..=most).contains(&number));
    }
}
