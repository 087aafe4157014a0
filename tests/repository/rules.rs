//! Every rule is registered, documented and tested.

use std::fs;

use digest_cli::check::{Family, RULES, Rule, handbook};

use super::source_tree::root;

const HEADINGS: [&str; 4] = ["# What it checks", "# Why it matters", "# Example", "# Instead"];

/// The rules' files below a folder, as `family/rule`, in the order of the rules' names.
fn files(folder: &str) -> Vec<String> {
    let mut files = Vec::new();
    for family in Family::ALL.map(Family::folder) {
        let entries =
            fs::read_dir(root().join(folder).join(family)).expect("the family's folder can be read");
        let names = entries.map(|entry| entry.expect("an entry can be read").file_name());
        let stems = names.filter_map(|name| Some(name.to_str()?.strip_suffix(".rs")?.to_owned()));
        files.extend(
            stems
                .filter(|stem| stem != "mod")
                .map(|stem| format!("{family}/{stem}")),
        );
    }
    files.sort_by_key(|file| file.split('/').next_back().map(|stem| stem.replace('_', "-")));
    files
}

/// A rule's file, below the folder of rules.
fn file_of(rule: &Rule) -> String {
    format!("{}/{}", rule.family.folder(), rule.name.replace('-', "_"))
}

#[test]
fn every_rule_file_is_registered_and_in_order() {
    let registered: Vec<String> = RULES.iter().map(file_of).collect();
    assert_eq!(registered, files("src/check/rules"));
}

#[test]
fn there_are_at_least_eighty_rules() {
    assert!(RULES.len() >= 80, "there are {}", RULES.len());
}

#[test]
fn every_limit_is_that_of_its_rule() {
    for rule in RULES {
        for limit in rule.limits {
            assert_eq!(limit.rule, rule.name);
            assert_ne!(limit.key, "severity", "{}", rule.name);
        }
    }
}

#[test]
fn every_rule_has_its_own_documentation_under_the_four_headings() {
    for rule in RULES {
        let documentation = rule.documentation();
        let headings: Vec<&str> = documentation
            .lines()
            .filter(|line| HEADINGS.contains(line))
            .collect();
        assert_eq!(headings, HEADINGS, "{}", rule.name);
        let file = root().join(format!("src/check/rules/{}.rs", file_of(rule)));
        let text = fs::read_to_string(file).expect("the rule's file can be read");
        let head: Vec<&str> = text
            .lines()
            .map_while(|line| line.strip_prefix("//!"))
            .map(str::trim)
            .collect();
        let own: Vec<&str> = documentation.lines().map(str::trim).collect();
        assert_eq!(own, head, "{}: the documentation is another file's", rule.name);
        assert!(rule.summary().len() > 20, "{}: {}", rule.name, rule.summary());
    }
}

#[test]
fn every_rule_has_a_test_in_which_it_fires_and_one_in_which_it_is_quiet() {
    assert_eq!(files("tests/check/rules"), files("src/check/rules"));
    for file in files("tests/check/rules") {
        let (family, stem) = file.split_once('/').expect("a family and a rule");
        let list = format!("tests/check/rules/{family}/mod.rs");
        let listed = fs::read_to_string(root().join(&list)).expect("the list of tests can be read");
        assert!(listed.contains(&format!("\nmod {stem};")), "{list} lacks {stem}");
        let path = root().join(format!("tests/check/rules/{file}.rs"));
        let text = fs::read_to_string(path).expect("a test can be read");
        for kind in ["fires", "quiet"] {
            assert!(
                text.contains(&format!("#[test]\nfn {kind}_")),
                "{stem}: no test begins with `{kind}_`"
            );
        }
    }
}

/// `BLESS=1 cargo test` writes the page anew.
#[test]
#[expect(clippy::disallowed_methods, reason = "a test may be told to write the page")]
fn the_page_of_rules_is_up_to_date() {
    let path = root().join("docs/rules.md");
    if std::env::var("BLESS").is_ok() {
        digest_cli::foundation::replace(&path, handbook().as_bytes()).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        written == handbook(),
        "docs/rules.md is out of date: BLESS=1 cargo test rules writes it anew"
    );
}
