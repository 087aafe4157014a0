//! The rule `slot-without-value`.

use crate::check::of_rule::of_rule;
use crate::check::{NOTHING, found};
use crate::support::{TestPublication, good_draft};

/// What is found where the lead says something more, on line 10 from column 130 on, and three readers have two names and one city.
fn with(text: &str) -> Vec<String> {
    let list = "email,name,city,zip\nanna@example.org,Anna,Astana,\nbo@example.org,Bo,,\ncy@example.org,,,\ndi@example.org,,,\n";
    let list = list.replace("di@example.org,,,", "di@example.org,Di,,");
    let publication = TestPublication::new()
        .file("subscribers/weekly.csv", list)
        .draft(&good_draft().replacen("days. This", &format!("days. {text} This"), 1));
    of_rule("slot-without-value", &publication)
}

#[test]
fn fires_with_how_many_readers_it_is() {
    assert_eq!(
        with("{{ subscriber.name }}"),
        [
            "drafts/a.md:10:133 warning slot-without-value: 1 of 4 readers has no `name`, and nothing stands here for them -- \
          say what they read instead: `{{ subscriber.name | default(\"…\") }}`"
        ]
    );
    let findings = with("{{ subscriber.city | upper }} {{ subscriber.zip }}");
    assert!(
        findings[0].contains("3 of 4 readers have no `city`"),
        "{findings:?}"
    );
    assert!(
        findings[1].contains("none of the 4 readers has a `zip`"),
        "{findings:?}"
    );
    assert_eq!(
        with("{% if subscriber.city %}x{% endif %} {{ subscriber.city }}").len(),
        1
    );
}

#[test]
fn quiet_where_something_stands_for_them() {
    for text in [
        "{{ subscriber.email }}",
        "{{ subscriber.name | default(\"reader\") }}",
        "{{ subscriber.city or \"your city\" }}",
        "{{ subscriber.city if subscriber.city else \"your city\" }}",
        "{% if subscriber.name and subscriber.city %}{{ subscriber.city }}{% endif %}",
        "`{{ subscriber.city }}`",
    ] {
        assert_eq!(with(text), NOTHING, "{text}");
    }
    assert_eq!(
        found(&good_draft().replace("days. This", "days. {{ subscriber.name }} This")),
        NOTHING
    );
}
