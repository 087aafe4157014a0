//! The rule `html-in-draft`.

use crate::check::{NOTHING, found};
use crate::support::good_draft;

/// A good draft with something more in a paragraph of its lead, on line 10.
fn lead(text: &str) -> String {
    good_draft().replacen("days. This", &format!("days. {text} This"), 1)
}

#[test]
fn fires_at_each_tag() {
    let findings = found(&lead("<b>bold</b>"));
    assert_eq!(
        findings,
        [
            "10:130 error html-in-draft: a draft is Markdown: the HTML `<b>` would not reach the reader -- \
          write it in Markdown, or put it into the template",
            "10:137 error html-in-draft: a draft is Markdown: the HTML `</b>` would not reach the reader -- \
          write it in Markdown, or put it into the template"
        ]
    );
}

#[test]
fn quiet_for_comments_and_code() {
    assert_eq!(found(&lead("<!-- a note --> `<b>`")), NOTHING);
}
