//! The rule `list-id-foreign`.

use crate::check::{NOTHING, found_there, with_config_of};

/// What is found of an id beside the From address `weekly@example.org`.
fn of_id(id: &str) -> Vec<String> {
    let publication = with_config_of("id: weekly.example.org", &format!("id: {id}"));
    found_there("list-id-foreign", &publication)
}

#[test]
fn fires_at_an_id_of_somebody_else() {
    assert_eq!(
        of_id("weekly.example.co.uk"),
        [
            "digest.yaml:1:5 info list-id-foreign: `weekly.example.co.uk` is under no domain of the newsletter's own -- \
          before the first issue is sent, write an id that ends in `.example.org`"
        ]
    );
}

#[test]
fn quiet_for_an_id_of_ones_own() {
    for id in [
        "weekly.example.org",
        "Weekly.News.Example.ORG",
        "weekly.localhost",
    ] {
        assert_eq!(of_id(id), NOTHING, "{id}");
    }
    let elsewhere = with_config_of(
        "id: weekly.example.org",
        "id: weekly.example.net\nhomepage: https://www.example.net",
    );
    assert_eq!(found_there("list-id-foreign", &elsewhere), NOTHING);
}
