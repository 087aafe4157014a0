//! The rule `postal-address-missing`.

use crate::check::{NOTHING, found_there, with_config_of};
use crate::support::TestPublication;

const LINE: &str = "postal_address: 4 Example Street, Almaty\n";

#[test]
fn fires_where_there_is_none() {
    assert_eq!(
        found_there("postal-address-missing", &with_config_of(LINE, "")),
        [
            "digest.yaml:1:1 warning postal-address-missing: there is no `postal_address` -- \
          write where the publisher can be reached by post; it stands in the footer of every copy"
        ]
    );
}

#[test]
fn fires_at_the_example_of_a_real_newsletter() {
    let publication = with_config_of("email: weekly@example.org", "email: weekly@weekly.kz");
    let findings = found_there("postal-address-missing", &publication);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with(
            "digest.yaml:16:17 warning postal-address-missing: the postal address is still the example's"
        ),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_an_address() {
    assert_eq!(
        found_there("postal-address-missing", &TestPublication::new()),
        NOTHING
    );
}
