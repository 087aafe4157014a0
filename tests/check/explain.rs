//! The rules, told to people.

use digest_cli::check::{RULES, explain, rule_named};

#[test]
fn a_rule_is_explained_under_its_name() {
    let text = explain("bullet-count").expect("there is such a rule");
    assert!(
        text.starts_with(
            "# bullet-count\n\nstructure, error\n\n## What it checks\n\nA section has as many bullets"
        ),
        "{text}"
    );
    for heading in ["## Why it matters", "## Example", "## Instead"] {
        assert!(text.contains(&format!("\n{heading}\n")), "{heading}");
    }
}

#[test]
fn headings_in_an_example_stay_as_they_are() {
    let text = explain("section-unknown").expect("there is such a rule");
    assert!(text.contains("```markdown\n## Society and Cultre\n```"), "{text}");
}

#[test]
fn a_rule_that_is_not_there_is_told_with_the_nearest() {
    let failure = explain("bullet-lenght").expect_err("there is no such rule");
    assert_eq!(failure.message, "there is no rule `bullet-lenght`");
    assert_eq!(failure.hints, ["did you mean `bullet-length`?"]);
    assert_eq!(
        rule_named("zzz").expect_err("nor this").hints,
        ["`digest rules` lists them all"]
    );
}

#[test]
fn every_rule_has_a_summary_of_one_sentence() {
    for rule in RULES {
        let summary = rule.summary();
        assert!(
            summary.ends_with('.') && !summary.contains('\n'),
            "{}: {summary}",
            rule.name
        );
    }
}
