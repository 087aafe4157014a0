//! A page in the dark.

use digest_cli::check::contrast::Mode;

use crate::check::{NOTHING, own_page};

use super::pairs;

fn own_dark(html: &str) -> Vec<String> {
    pairs(html, Mode::OwnDark)
}

fn forced_dark(html: &str) -> Vec<String> {
    pairs(html, Mode::ForcedDark)
}

/// A page with rules for the dark.
fn with_rules(rules: &str, body: &str) -> String {
    format!("<style>@media (prefers-color-scheme: dark) {{ {rules} }}</style>{body}")
}

const PAGE: &str = r#"<div class="page" style="background: #fff"><p style="color: #333">Words</p></div>"#;

#[test]
fn a_page_that_darkens_its_background_alone_hides_its_words() {
    assert_eq!(
        own_dark(&with_rules(".page { background: #111 !important }", PAGE)),
        ["#333333 on #111111 1.49 of 4.5: Words"]
    );
    assert_eq!(
        own_dark(&with_rules(
            ".page { background: #111 !important } p { color: #ddd !important }",
            PAGE
        )),
        NOTHING
    );
}

#[test]
fn rules_for_the_dark_that_are_not_important_lose_to_the_style_attribute() {
    assert_eq!(
        own_dark(&with_rules(
            ".page { background: #111 } p { color: #ddd !important }",
            PAGE
        )),
        ["#dddddd on #ffffff 1.36 of 4.5: Words"]
    );
}

#[test]
fn a_page_without_rules_for_the_dark_has_no_dark_of_its_own() {
    assert_eq!(own_dark(r#"<p style="color: #999">Words</p>"#), NOTHING);
}

#[test]
fn a_page_that_says_it_can_be_dark_begins_dark() {
    let body = "<p style='color: #333'>Words</p>";
    let rules = with_rules("h1 { color: #fff }", body);
    assert_eq!(own_dark(&rules), NOTHING);
    assert_eq!(
        own_dark(&format!(
            r#"<meta name="color-scheme" content="light dark">{rules}"#
        )),
        ["#333333 on #121212 1.48 of 4.5: Words"]
    );
}

#[test]
fn a_client_that_darkens_by_force_turns_light_and_dark_about() {
    for html in [
        PAGE,
        "<p>Words</p>",
        r#"<p style="color: #767676">Words</p>"#,
        r##"<table bgcolor="#0b5563"><tr><td style="color: #fff">Words</td></tr></table>"##,
        r##"<table bgcolor="#ffcc00"><tr><td style="color: #000">Words</td></tr></table>"##,
        r#"<a href="https://example.org" style="color: #0a5a9c">Words</a>"#,
        r#"<a href="https://example.org">Words</a>"#,
    ] {
        assert_eq!(forced_dark(html), NOTHING, "{html}");
    }
}

#[test]
fn words_in_a_middle_grey_on_a_middle_background_are_lost_by_force() {
    let html = r#"<p style="background: #aaa; color: #7d7d7d">Words</p>"#;
    let found = forced_dark(html);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("#7d7d7d on #"), "{found:?}");
}

#[test]
fn rules_for_the_dark_are_not_known_to_a_client_that_forces_it() {
    assert_eq!(
        forced_dark(&with_rules(
            ".page { background: #fff !important } p { color: #fff !important }",
            PAGE
        )),
        NOTHING
    );
}

#[test]
fn our_own_page_can_be_read_in_every_light() {
    let page = own_page();
    for mode in [Mode::Light, Mode::OwnDark, Mode::ForcedDark] {
        assert_eq!(pairs(&page, mode), NOTHING, "{mode:?}");
    }
}
