//! The rule `tag-in-output`.

use crate::check::{NOTHING, found_there, with_config_of};
use crate::support::{TestPublication, good_draft};

/// What is found where the lead says something more.
fn with_lead(more: &str) -> Vec<String> {
    let draft = good_draft().replace("This week we", &format!("{more} This week we"));
    found_there("tag-in-output", &TestPublication::new().draft(&draft))
}

#[test]
fn fires_at_a_tag_of_another_program() {
    // In a draft it is an error of its own, and the draft is not rendered.
    let publication =
        with_config_of("title: Our Weekly", "title: \"Our Weekly *|FNAME|*\"").draft(&good_draft());
    let findings = found_there("tag-in-output", &publication);
    assert!(
        findings.len() == 1
            && findings[0].ends_with(
                " error tag-in-output: readers see `|FNAME|`: it is filled in by no one -- \
                 write a slot, as `{{ subscriber.name }}`, or put it into code if it is meant to be read"
            ),
        "{findings:?}"
    );
}

#[test]
fn fires_at_a_tag_between_percent_signs() {
    let publication =
        with_config_of("title: Our Weekly", "title: \"Our Weekly %%first_name%%\"").draft(&good_draft());
    let findings = found_there("tag-in-output", &publication);
    assert!(
        findings.len() == 1 && findings[0].contains("readers see `%%first_name%%`"),
        "{findings:?}"
    );
}

#[test]
fn fires_at_a_tag_in_a_name_of_digest_yaml() {
    let publication =
        with_config_of("title: Our Weekly", "title: \"{{ title }} Weekly\"").draft(&good_draft());
    let findings = found_there("tag-in-output", &publication);
    assert!(
        findings.len() == 1 && findings[0].contains("readers see `{{ title }}`"),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_what_a_subscriber_is_called() {
    let publication = TestPublication::new().draft(&good_draft()).file(
        "subscribers/weekly.csv",
        "email,name\nanna@example.org,{{ first_name }}\n",
    );
    assert_eq!(found_there("tag-in-output", &publication), NOTHING);
}

#[test]
fn quiet_for_code_raw_text_and_other_signs() {
    for more in [
        "Write `{{ subscriber.name }}` or `*|FNAME|*`.",
        "{% raw %}Write {{ subscriber.name }} here.{% endraw %}",
        "Write &#123;&#123; name }} here.",
        "It is 5 %% of 10 %%, or a **|b|** more.",
        "A set {a, b} and {{}} alone.",
    ] {
        assert_eq!(with_lead(more), NOTHING, "{more}");
    }
}

#[test]
fn quiet_for_code_in_a_heading() {
    let draft = good_draft().replace("# Caspian crossroads", "# The `{{fn}}` helper");
    assert_eq!(
        found_there("tag-in-output", &TestPublication::new().draft(&draft)),
        NOTHING
    );
}
