//! The rule `byline-missing`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

#[test]
fn fires_where_the_front_matter_names_nobody() {
    let draft = good_draft().replace("author: aserik\n", "");
    assert_eq!(
        found(&draft),
        [
            "1:1 error byline-missing: the lead has no byline: the front matter names no author -- write `author: aserik` between the `---` lines"
        ]
    );
    assert_eq!(
        found(&good_draft().replace("author: aserik", "author: []")).len(),
        1
    );
    assert_eq!(found(&good_draft().replace("author: aserik", "author:")).len(), 1);
}

#[test]
fn quiet_where_another_rule_says_what_is_wrong_with_the_author() {
    for (author, rule) in [
        ("author: [[aserik]]", "front-matter-wrong-type"),
        ("autor: aserik", "front-matter-unknown-key"),
        ("author: nobody", "author-unknown"),
    ] {
        let findings = found(&good_draft().replace("author: aserik", author));
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].contains(rule), "{findings:?}");
    }
}

#[test]
fn quiet_where_the_house_style_asks_for_none() {
    let publication = TestPublication::with_config(&format!(
        "{}{FOOTER}",
        HOUSE_STYLE.replace("byline: required", "byline: optional")
    ))
    .draft(&good_draft().replace("author: aserik\n", ""));
    assert_eq!(found_in(&publication), NOTHING);
}
