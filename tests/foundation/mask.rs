//! Addresses that do not give people away.

use digest_cli::foundation::mask;
use proptest::prelude::*;

#[test]
fn enough_is_left_to_know_ones_own() {
    assert_eq!(mask("anna@example.org"), "a***@e***.org");
    assert_eq!(mask("зоя@почта.example"), "з***@п***.example");
    assert_eq!(mask("a@b@mail.example.org"), "a***@m***.org");
}

#[test]
fn what_is_no_address_is_hidden_whole() {
    assert_eq!(mask("not an address"), "***");
    assert_eq!(mask(""), "***");
}

proptest! {
    #[test]
    fn no_more_than_two_letters_and_the_ending_are_told(local in "[a-z]{4,10}", domain in "[a-z]{4,10}") {
        let masked = mask(&format!("{local}@{domain}.org"));
        prop_assert!(!masked.contains(&local) && !masked.contains(&domain));
        prop_assert_eq!(masked.len(), "a***@e***.org".len());
    }
}
