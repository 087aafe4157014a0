//! The rule `unused-suppression`, and what suppressions do.

use crate::check::{NOTHING, found, found_in};
use crate::support::{HOUSE_STYLE, TestPublication, good_draft};

/// A draft whose second bullet on politics is too short, with something before it.
fn with_short_bullet(before: &str) -> String {
    good_draft().replacen(
        "- The second note on politics says who did what, and why it matters to readers.",
        &format!("{before}- Too short."),
        1,
    )
}

const SHORT: &str =
    "warning bullet-length: this bullet has 2 words; the house style wants 8 to 20 -- write 6 words more";

#[test]
fn fires_at_the_rule_that_finds_nothing_in_the_next_block() {
    let text = good_draft().replacen(
        "- The second",
        "<!-- digest-ignore: bullet-length -->\n- The second",
        1,
    );
    assert_eq!(
        found(&text),
        [
            "15:21 warning unused-suppression: `bullet-length` finds nothing here that could be ignored -- take the comment out"
        ]
    );
    let text = with_short_bullet("<!-- digest-ignore: bullet-length, typed-bullet -->\n");
    assert_eq!(
        found(&text),
        [
            "15:36 warning unused-suppression: `typed-bullet` finds nothing here that could be ignored -- take the rule out of the comment"
        ]
    );
}

#[test]
fn fires_where_another_block_has_the_fault() {
    let text = with_short_bullet("").replacen("Dear {{", "<!-- digest-ignore: bullet-length -->\nDear {{", 1);
    let findings = found(&text);
    assert_eq!(findings.len(), 2, "{findings:?}");
    assert!(
        findings[0].starts_with("10:21 warning unused-suppression"),
        "{findings:?}"
    );
    assert!(findings[1].ends_with(SHORT), "{findings:?}");
}

#[test]
fn quiet_where_something_is_kept_back() {
    assert_eq!(found(&with_short_bullet(""))[0], format!("15:3 {SHORT}"));
    for before in [
        "<!-- digest-ignore: bullet-length -->\n",
        "\n<!-- digest-ignore: bullet-length -->\n\n",
        "<!--digest-ignore:bullet-length-->\n",
    ] {
        assert_eq!(found(&with_short_bullet(before)), NOTHING, "{before:?}");
    }
    let whole = with_short_bullet("").replacen(
        "# Caspian",
        "<!-- digest-ignore-file: bullet-length -->\n\n# Caspian",
        1,
    );
    assert_eq!(found(&whole), NOTHING);
}

#[test]
fn quiet_for_rules_that_have_not_looked() {
    let text = good_draft().replacen(
        "# Caspian",
        "<!-- digest-ignore-file: bullet-length, html-clipped -->\n\n# Caspian",
        1,
    );
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ bullet-length: off }} }}\n");
    let findings = found_in(&TestPublication::with_config(&config).draft(&text));
    let unused = findings
        .iter()
        .filter(|finding| finding.contains("unused-suppression"));
    assert_eq!(unused.count(), 1, "{findings:?}");
    // A draft with an error is not rendered.
    let text = text.replace("# Caspian crossroads", "");
    let findings = found_in(&TestPublication::with_config(&config).draft(&text));
    assert!(
        !findings
            .iter()
            .any(|finding| finding.contains("unused-suppression")),
        "{findings:?}"
    );
}

#[test]
fn quiet_in_code_where_a_suppression_is_text() {
    let text = good_draft().replacen(
        "This week we",
        "Write `<!-- digest-ignore: bullet-length -->`. This week we",
        1,
    );
    assert_eq!(found(&text), NOTHING);
}
