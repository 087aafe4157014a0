//! The rule `terms-contradict`.

use crate::check::NOTHING;
use crate::check::of_rule::of_rule;
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication};

/// What is found where digest.yaml has these terms.
fn of_terms(terms: &str) -> Vec<String> {
    let config = format!("{HOUSE_STYLE}{FOOTER}check:\n  terms:\n{terms}");
    of_rule("terms-contradict", &TestPublication::with_config(&config))
}

#[test]
fn fires_at_each_of_the_two() {
    assert_eq!(
        of_terms("    email: [e-mail]\n    e-mail: [Email]\n"),
        [
            "digest.yaml:20:12 warning terms-contradict: `email` is to be written here, and not to be written where `e-mail` is -- keep one of the two",
            "digest.yaml:21:13 warning terms-contradict: `e-mail` is to be written here, and not to be written where `email` is -- keep one of the two",
        ]
    );
}

#[test]
fn fires_at_a_term_against_itself() {
    let findings = of_terms("    email: [email]\n");
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].contains("`email` is to be written and not to be written"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_terms_that_agree() {
    assert_eq!(
        of_terms("    email: [e-mail, Email]\n    website: [web site]\n"),
        NOTHING
    );
}
