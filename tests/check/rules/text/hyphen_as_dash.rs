//! The rule `hyphen-as-dash`.

use crate::check::{NOTHING, found, with_paragraph};

#[test]
fn fires_where_the_draft_has_dashes() {
    assert_eq!(
        found(&with_paragraph("One – two – was kept; three - was not.")),
        ["10:29 info hyphen-as-dash: a hyphen stands for a dash -- write `–`, as elsewhere in this draft"]
    );
}

#[test]
fn fires_once_and_counts() {
    assert_eq!(
        found(&with_paragraph("One—two—was—kept; three - was not - was it.")),
        [
            "10:25 info hyphen-as-dash: a hyphen stands for a dash, here and in 1 place more -- write `—`, as elsewhere in this draft"
        ]
    );
}

#[test]
fn quiet_where_hyphens_are_the_draft_s_way_and_between_numbers() {
    for text in [
        "One - two - was kept – was it.",
        "One – two, well-known, 3 - 1, `a - b`.",
        "One - two was kept.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
