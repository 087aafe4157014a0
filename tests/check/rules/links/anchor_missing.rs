//! The rule `anchor-missing`.

use crate::check::in_lead::{found_by, lead};
use crate::check::{NOTHING, found};

#[test]
fn fires_at_a_place_in_the_mail_and_nothing_else_does() {
    assert_eq!(
        found(&lead("More [further below](#economy).")),
        [
            "10:22 error anchor-missing: `#economy` is no place that a mail has -- say it without a link, or write the whole address of the issue's \
             page on the web"
        ]
    );
}

#[test]
fn quiet_for_places_in_pages() {
    for text in ["[a](https://example.org/a#b)", "[a](#)", "a #b", "`[a](#b)`"] {
        assert_eq!(found_by("anchor-missing", text), NOTHING, "{text}");
    }
}
