//! The rule `count-list-mismatch`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    found(&good_draft().replace("This week we", &format!("{more} This week we")))
}

#[test]
fn fires_at_the_count_and_what_it_counts() {
    let text = good_draft().replace(
        "- The first note on politics says who did what, and why it matters to readers.",
        "- The law applies in three large cities: Almaty, Astana, Shymkent, and Karaganda.",
    );
    assert_eq!(
        found(&text),
        [
            "14:22 warning count-list-mismatch: 3 are announced, and 4 are listed -- write the right number, or what is missing"
        ]
    );
}

#[test]
fn fires_without_a_serial_comma_and_for_figures() {
    for text in [
        "They met in three cities: Almaty, Astana, Osh and Shymkent.",
        "They met in 5 cities: Almaty, Astana and Osh.",
        "It has four colours: red, green, and blue.",
    ] {
        let findings = with_lead(text);
        assert_eq!(findings.len(), 1, "{text}: {findings:?}");
    }
}

#[test]
fn quiet_where_they_agree_or_may() {
    for text in [
        "They met in three cities: Almaty, Astana and Osh.",
        "They met in three lands: Chile, Trinidad and Tobago, Peru.",
        "They met in three lands: Chile, Peru, Trinidad and Tobago.",
        "It has three aims: peace, health, research and work.",
        "They met in two cities: Paris, France, Rome, and Italy.",
        "At least three cities: Almaty, Astana, Osh and Shymkent.",
        "It has three parts: one about ships, one about ports, what they cost, and a map.",
        "They met in three cities: Almaty, Astana, St. Petersburg and Osh.",
        "They left at 10:30: Anna, Berta, and Carla.",
    ] {
        assert_eq!(with_lead(text), NOTHING, "{text}");
    }
}
