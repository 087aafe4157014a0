//! Rules that somebody asks for.

use digest_cli::check::{Checker, Rule, Selection, Targets, rule_named};

use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

/// The rules that find something in a draft with a leftover and a short bullet, in a publication that switches the leftovers off.
fn found(only: &[&str], without: &[&str]) -> Vec<&'static str> {
    let named = |names: &[&str]| -> Vec<&'static Rule> {
        let rules = names.iter().map(|name| rule_named(name).expect("a rule"));
        rules.collect()
    };
    let config = format!("{HOUSE_STYLE}{FOOTER}check: {{ rules: {{ leftover-placeholder: off }} }}\n");
    let draft = good_draft().replace(
        "- The first note on politics says who did what, and why it matters to readers.",
        "- TODO.",
    );
    let publication = TestPublication::with_config(&config).draft(&draft);
    let findings = Checker::new(&publication.open())
        .selecting(Selection {
            only: named(only),
            without: named(without),
        })
        .check(&Targets::Everything)
        .expect("everything can be checked");
    let mut rules: Vec<&str> = findings.diagnostics.iter().map(|found| found.rule).collect();
    rules.sort_unstable();
    rules
}

#[test]
fn without_a_word_digest_yaml_decides() {
    assert_eq!(found(&[], &[]), ["bullet-length"]);
}

#[test]
fn only_what_is_selected_is_run_and_digest_yaml_does_not_stop_it() {
    assert_eq!(found(&["leftover-placeholder"], &[]), ["leftover-placeholder"]);
    assert_eq!(
        found(&["bullet-length", "leftover-placeholder"], &[]),
        ["bullet-length", "leftover-placeholder"]
    );
    assert_eq!(found(&["title-missing"], &[]), [""; 0]);
}

#[test]
fn what_is_ignored_is_not_run_whatever_else_is_said() {
    assert_eq!(found(&[], &["bullet-length"]), [""; 0]);
    assert_eq!(found(&["bullet-length"], &["bullet-length"]), [""; 0]);
}
