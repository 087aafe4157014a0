//! The rule `mixed-quotes`.

use crate::check::{NOTHING, found, with_paragraph};

#[test]
fn fires_at_the_first_of_the_fewer() {
    assert_eq!(
        found(&with_paragraph("“Four” ports and “five” ports, and \"six\".")),
        [
            "10:36 info mixed-quotes: quotation marks are mixed in this draft: 4 curly, 2 straight -- \
          make them all curly, as most are; this is the first of the others"
        ]
    );
}

#[test]
fn fires_at_apostrophes() {
    assert_eq!(
        found(&with_paragraph("It's the port's, and it isn’t.")),
        [
            "10:28 info mixed-quotes: apostrophes are mixed in this draft: 1 curly, 2 straight -- \
          make them all straight, as most are; this is the first of the others"
        ]
    );
}

#[test]
fn quiet_for_one_kind_measures_and_code() {
    for text in [
        "\"Four\" ports, it's said.",
        "“Four” ports, it’s said.",
        "“Four” ports by O'Reilly.",
        "A “screen” of 12\" by 6', it’s said.",
        "A “screen”, `\"x\"`, `it's`.",
        "A “screen”, {{ subscriber.name | default(\"reader\") }}.",
    ] {
        assert_eq!(found(&with_paragraph(text)), NOTHING, "{text}");
    }
}
