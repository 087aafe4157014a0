//! The rule `link-too-many`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, found_under};
use crate::support::HOUSE_STYLE;

/// So many links, one a line.
fn links(count: usize) -> String {
    (0..count)
        .map(|number| format!("[it](https://example.org/{number})\n"))
        .collect()
}

#[test]
fn fires_once_at_the_first_above() {
    assert_eq!(
        found_by("link-too-many", &links(103)),
        [
            "110:1 info link-too-many: the issue has 103 links; this is the first above 100 -- choose, and link to a page that has them all"
        ]
    );
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}check: {{ rules: {{ link-too-many: {{ links: 2 }} }} }}\n");
    assert_eq!(found_under(&config, "link-too-many", &links(3)).len(), 1);
}

#[test]
fn quiet_at_a_hundred() {
    assert_eq!(found_by("link-too-many", &links(100)), NOTHING);
}
