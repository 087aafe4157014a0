//! The rule `item-repeated`.

use crate::check::{NOTHING, found, found_in};
use crate::support::{FOOTER, HOUSE_STYLE, TestPublication, good_draft};

const FIRST: &str = "- The first note on politics says who did what, and why it matters to readers.\n";
const LAST: &str = "- The third note on society says who did what, and why it matters to readers.\n";

#[test]
fn fires_at_the_second_one() {
    let text = good_draft().replace(LAST, FIRST);
    assert_eq!(
        found(&text),
        [
            "22:3 warning item-repeated: this item stands in line 14 too -- keep the one that stands where readers look for it"
        ]
    );
}

#[test]
fn fires_for_other_marks_and_links() {
    let text = good_draft().replace(
        LAST,
        "- **The first note** on [politics](https://example.org/a) says: who did what, and why it matters to readers!\n",
    );
    assert_eq!(found(&text).len(), 1, "{:?}", found(&text));
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config = format!("{HOUSE_STYLE}{FOOTER}check: {{ rules: {{ item-repeated: {{ percent: 70 }} }} }}\n");
    let publication = TestPublication::with_config(&config).draft(&good_draft());
    let findings = found_in(&publication);
    assert_eq!(findings.len(), 4, "{findings:?}");
    assert!(
        findings[0].starts_with(
            "drafts/a.md:15:3 warning item-repeated: this item is nearly the same as that in line 14"
        ),
        "{findings:?}"
    );
}

#[test]
fn quiet_for_items_of_one_pattern_and_short_ones() {
    assert_eq!(found(&good_draft()), NOTHING);
    let short = "- The note says what the others say of it too.\n";
    assert_eq!(
        found(&good_draft().replace(LAST, short).replace(FIRST, short)),
        NOTHING
    );
}
