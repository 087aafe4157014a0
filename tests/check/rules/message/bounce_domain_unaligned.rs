//! The rule `bounce-domain-unaligned`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found where bounces go to an address.
fn of_bounce(address: &str) -> Vec<String> {
    let publication = with_config_of("authors:\n", &format!("bounce: {address}\nauthors:\n"));
    found_there("bounce-domain-unaligned", &publication)
}

#[test]
fn fires_at_a_foreign_domain() {
    assert_eq!(
        of_bounce("bounces@relay.example.co.uk"),
        [
            "digest.yaml:4:9 info bounce-domain-unaligned: bounces go to `example.co.uk` and the mail is from `example.org`: \
          SPF does not count for DMARC -- write an address at `example.org`, or make sure that the relay signs with DKIM for it"
        ]
    );
}

#[test]
fn quiet_for_the_same_organisation() {
    assert_eq!(of_bounce("bounces@example.org"), NOTHING);
    assert_eq!(of_bounce("bounces@mail.news.example.org"), NOTHING);
}
