//! The rule `from-freemail`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of a From address, with further lines of digest.yaml.
fn of_address(address: &str, more: &str) -> Vec<String> {
    let from = "from: { name: Our Weekly, email: weekly@example.org }";
    let publication = with_config_of(
        from,
        &format!("from: {{ name: Our Weekly, email: {address} }}{more}"),
    );
    found_there("from-freemail", &publication)
}

#[test]
fn fires_at_an_address_that_anybody_can_have() {
    assert_eq!(
        of_address("our.weekly@gmail.com", ""),
        [
            "digest.yaml:3:34 warning from-freemail: the mail is from `gmail.com`, and only Gmail may send from there -- \
          send from a domain of your own: mail from anybody else's is refused or put into spam"
        ]
    );
    for address in [
        "a@yahoo.co.uk",
        "a@hotmail.fr",
        "a@mail.ru",
        "a@gmx.de",
        "a@me.com",
    ] {
        assert_eq!(of_address(address, "").len(), 1, "{address}");
    }
    assert_eq!(
        of_address("a@gmail.com", "\nrelay: { url: \"smtps://a@smtp.example.org\" }").len(),
        1
    );
}

#[test]
fn quiet_for_a_domain_of_ones_own_and_for_the_providers_own_server() {
    for address in ["weekly@example.org", "a@gmail.example", "a@mail.example.com"] {
        assert_eq!(of_address(address, ""), NOTHING, "{address}");
    }
    assert_eq!(
        of_address("a@gmail.com", "\nrelay: { url: \"smtps://a@smtp.gmail.com\" }"),
        NOTHING
    );
    assert_eq!(
        of_address(
            "a@outlook.com",
            "\nrelay: { url: \"smtp://a@smtp.office365.com\" }"
        ),
        NOTHING
    );
}
