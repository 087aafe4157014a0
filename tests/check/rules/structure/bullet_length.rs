//! The rule `bullet-length`.

use crate::check::{NOTHING, found};
use crate::support::{check_text, good_draft};

#[test]
fn fires_at_the_first_words_of_a_short_bullet() {
    let draft = good_draft().replacen(
        "- The second note on politics says who did what, and why it matters to readers.",
        "-   Four **words** are\n    few.",
        1,
    );
    let findings = check_text(&draft);
    assert_eq!(
        found(&draft),
        [
            "15:5 warning bullet-length: this bullet has 4 words; the house style wants 8 to 20 -- write 4 words more"
        ]
    );
    let location = &findings.diagnostics[0].location;
    assert_eq!(location.span.of(location.source.text()), "Four **words** are");
}

#[test]
fn fires_at_a_long_bullet() {
    let draft = good_draft().replacen("why it matters ", &"very ".repeat(10), 1);
    assert_eq!(
        found(&draft),
        [
            "14:3 warning bullet-length: this bullet has 22 words; the house style wants 8 to 20 -- cut 2 words"
        ]
    );
}

#[test]
fn fires_at_a_bullet_without_words() {
    let draft = good_draft().replacen(
        "The second note on politics says who did what, and why it matters to readers.",
        "",
        1,
    );
    assert_eq!(
        found(&draft),
        [
            "15:2 warning bullet-length: this bullet has no words; the house style wants 8 to 20 -- write 8 words more"
        ]
    );
}

#[test]
fn quiet_where_urls_bring_no_words() {
    let url = format!("<https://example.org/{}>", "a-b-".repeat(9));
    assert_eq!(
        found(&good_draft().replacen("The second", &format!("{url} The second"), 1)),
        NOTHING
    );
}
