//! The two tables fit together.

use std::collections::BTreeMap;

use digest_cli::check::client_support::Audience;

const FEATURES: &str = include_str!("../../../src/check/client_support/features.tsv");
const DETECTORS: &str = include_str!("../../../src/check/client_support/detectors.tsv");

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    let lines = table.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').collect())
}

/// The features' letters by their slugs.
fn features() -> BTreeMap<&'static str, &'static str> {
    let features = rows(FEATURES).filter(|row| row[0] == "feature");
    features.map(|row| (row[1], row[3])).collect()
}

#[test]
fn every_feature_says_something_of_every_client() {
    let clients = rows(FEATURES).filter(|row| row[0] == "client").count();
    assert!((20..=64).contains(&clients), "{clients}");
    for (slug, letters) in features() {
        assert_eq!(letters.len(), clients, "{slug}");
        assert!(
            letters.chars().all(|letter| "yanu-".contains(letter)),
            "{slug}: {letters}"
        );
    }
}

#[test]
fn the_table_says_where_it_is_from_and_of_when_it_is() {
    for said in ["caniemail.com", "MIT licence", "# Data of 20"] {
        assert!(FEATURES.contains(said), "{said}");
    }
}

#[test]
fn every_feature_has_a_detector_and_every_detector_a_feature() {
    let features: Vec<&str> = features().into_keys().collect();
    let mut detectors: Vec<&str> = rows(DETECTORS).map(|row| row[0]).collect();
    detectors.sort_unstable();
    assert_eq!(features, detectors);
}

#[test]
fn every_detector_is_whole() {
    let features = features();
    for row in rows(DETECTORS) {
        let [slug, weight, patterns, part_of, hint] = row[..] else {
            panic!("five fields: {row:?}");
        };
        assert!(
            ["content", "layout", "cosmetic", "safe"].contains(&weight),
            "{slug}: {weight}"
        );
        assert!(
            part_of == "-" || features.contains_key(part_of),
            "{slug}: {part_of}"
        );
        // What is never told says why; what is told is looked for.
        assert_eq!(patterns == "-", weight == "safe", "{slug}: {patterns}");
        assert!(weight != "safe" || hint != "-", "{slug}");
    }
}

#[test]
fn the_members_of_a_family_stand_together() {
    let mut names: Vec<&str> = Audience::family_names().collect();
    let number = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), number);
}
