//! What the project says of itself is so.

use std::fs;

use super::source_tree::root;

#[test]
fn the_documents_that_people_look_for_are_there() {
    for name in [
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "justfile",
        "deny.toml",
        "scripts/test",
        "scripts/soak",
        ".ci/run",
    ] {
        assert!(root().join(name).is_file(), "{name} is missing");
    }
}

#[test]
fn every_dependency_says_why_it_is_there() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest can be read");
    let (_, dependencies) = manifest
        .split_once("[dependencies]")
        .expect("there are dependencies");
    let (dependencies, _) = dependencies.split_once("[profile.").expect("profiles follow");
    let mut reason = false;
    for line in dependencies.lines() {
        if line.starts_with('#') {
            reason = true;
        } else if line.trim().is_empty() || line.starts_with('[') {
            reason = false;
        } else {
            assert!(reason, "no reason stands above: {line}");
        }
    }
}
