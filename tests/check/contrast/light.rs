//! A page as it is.

use digest_cli::check::contrast::{Mode, faint_pairs};
use scraper::Html;

use crate::check::NOTHING;

use super::light;

#[test]
fn words_just_under_the_threshold_are_found_and_just_over_it_not() {
    assert_eq!(
        light(r#"<p style="color: #777">Some words</p>"#),
        ["#777777 on #ffffff 4.48 of 4.5: Some words"]
    );
    assert_eq!(light(r#"<p style="color: #767676">Some words</p>"#), NOTHING);
}

#[test]
fn large_words_may_be_fainter() {
    for style in [
        "font-size: 24px",
        "font-size: 18pt",
        "font-size: 19px; font-weight: bold",
        "font: bold 19px/1 Arial",
        "font-size: 150%",
    ] {
        assert_eq!(
            light(&format!(r#"<p style="color: #777; {style}">Words</p>"#)),
            NOTHING,
            "{style}"
        );
        let fainter = light(&format!(r#"<p style="color: #999; {style}">Words</p>"#));
        assert_eq!(fainter, ["#999999 on #ffffff 2.85 of 3: Words"], "{style}");
    }
    for style in [
        "font-size: 23px",
        "font-size: 18px; font-weight: bold",
        "font-size: 19px",
    ] {
        assert_eq!(
            light(&format!(r#"<p style="color: #777; {style}">Words</p>"#)).len(),
            1,
            "{style}"
        );
    }
    assert_eq!(light(r#"<h1 style="color: #777">Words</h1>"#), NOTHING);
    assert_eq!(light(r#"<h4 style="color: #777">Words</h4>"#).len(), 1);
}

#[test]
fn old_attributes_count_and_styles_are_stronger() {
    assert_eq!(
        light(r##"<table bgcolor="003366"><tr><td><font color="#004477">Words</font></td></tr></table>"##),
        ["#004477 on #003366 1.26 of 4.5: Words"]
    );
    assert_eq!(
        light(r#"<table bgcolor="003366" style="background: white"><tr><td>Words</td></tr></table>"#),
        NOTHING
    );
}

#[test]
fn the_stronger_rule_of_a_style_sheet_wins() {
    for (rules, faint) in [
        ("p { color: #777 }", true),
        ("p { color: #777 } .b { color: #000 }", false),
        (".b { color: #000 } p { color: #777 }", false),
        ("p { color: #777 !important } .b { color: #000 }", true),
        ("p { color: #000 } p { color: #777 }", true),
        ("#c { color: #777 } p.b { color: #000 }", true),
        ("div > p, h2 { color: #777 }", true),
        ("div > p { color: #777 } div p.b { color: #000 }", false),
        ("h2 { color: #777 }", false),
        ("@media print { p { color: #777 } }", false),
        ("@media screen { p { color: #777 } }", true),
        ("@media (max-width: 480px) { p { color: #777 } }", false),
        ("@media (prefers-color-scheme: dark) { p { color: #777 } }", false),
        ("@media (prefers-color-scheme: light) { p { color: #777 } }", true),
        ("p:hover { color: #777 }", false),
    ] {
        let html = format!("<style>{rules}</style><div><p class='a b' id='c'>Words</p></div>");
        assert_eq!(light(&html).len(), usize::from(faint), "{rules}");
    }
}

#[test]
fn an_attribute_gives_way_to_an_important_rule_alone() {
    let html = |rule: &str| format!("<style>{rule}</style><p style='color: #000'>Words</p>");
    assert_eq!(light(&html("p { color: #777 }")), NOTHING);
    assert_eq!(light(&html("p { color: #777 !important }")).len(), 1);
    let both = "<style>p { color: #777 !important }</style><p style='color: #000 !important'>Words</p>";
    assert_eq!(light(both), NOTHING);
}

#[test]
fn colours_hold_for_all_that_is_within_and_backgrounds_shine_through() {
    assert_eq!(
        light(
            r#"<div style="background: #222"><div style="color: #fff"><b>Words</b> <i style="color: #333">more</i></div></div>"#
        ),
        ["#333333 on #222222 1.26 of 4.5: more"]
    );
    assert_eq!(
        light(
            r#"<div style="background: #000"><p style="background: rgb(255 255 255 / 50%); color: #fff">Words</p></div>"#
        ),
        ["#ffffff on #808080 3.95 of 4.5: Words"]
    );
    assert_eq!(
        light(r#"<p style="opacity: 0.4">Words</p>"#),
        ["#999999 on #ffffff 2.85 of 4.5: Words"]
    );
}

#[test]
fn a_link_without_a_colour_has_that_of_browsers() {
    assert_eq!(
        light(
            r#"<div style="background: #003366; color: #fff">See <a href="https://example.org">the notice</a></div>"#
        ),
        ["#0000ee on #003366 1.34 of 4.5: the notice"]
    );
    assert_eq!(
        light(
            r#"<div style="background: #003366; color: #fff">See <a style="color: inherit" href="https://example.org">it</a></div>"#
        ),
        NOTHING
    );
    assert_eq!(
        light(
            r#"<style>p a:link { color: #fff }</style><p style="background: #036"><a href="https://example.org">it</a></p>"#
        ),
        NOTHING
    );
}

#[test]
fn what_cannot_be_known_or_is_not_to_be_read_is_passed_over() {
    for html in [
        r#"<div style="background: url(sea.jpg)"><p style="color: #eee">Words</p></div>"#,
        r#"<div style="background-image: linear-gradient(#000, #111)"><p style="color: #eee">Words</p></div>"#,
        r#"<table background="sea.jpg"><tr><td style="color: #eee">Words</td></tr></table>"#,
        r#"<p style="color: var(--ink)">Words</p>"#,
        r#"<div style="background: var(--paper)"><p style="color: #eee">Words</p></div>"#,
        r#"<p style="color: #eee; display: none">Words</p>"#,
        r#"<div style="display: none"><p style="color: #eee">Words</p></div>"#,
        r#"<p style="color: #eee; visibility: hidden">Words</p>"#,
        r#"<p style="color: #eee; font-size: 1px">Words</p>"#,
        r#"<p style="color: #eee; max-height: 0; overflow: hidden">Words</p>"#,
        r#"<p style="color: #eee; opacity: 0">Words</p>"#,
        r#"<p style="color: transparent">Words</p>"#,
        r#"<p style="color: #eee; position: absolute">Words</p>"#,
        r#"<p style="color: #eee"> · — </p>"#,
        r#"<p hidden style="color: #eee">Words</p>"#,
        r#"<button style="color: #eee">Words</button>"#,
        r#"<!-- <p style="color: #eee">Words</p> -->"#,
        r#"<title style="color: #eee">Words</title>"#,
        r#"<p style="color: notacolour">Words</p>"#,
    ] {
        assert_eq!(light(html), NOTHING, "{html}");
    }
    assert_eq!(
        light(
            r#"<div style="background: url(sea.jpg)"><p style="background: #fff; color: #eee">Words</p></div>"#
        ),
        ["#eeeeee on #ffffff 1.16 of 4.5: Words"]
    );
}

#[test]
fn a_pair_is_told_once_with_its_first_words() {
    let html = r#"<p style="color: #999">First words</p><p style="color: #999">More</p><p style="color: #aaa">Other</p>"#;
    assert_eq!(
        light(html),
        [
            "#999999 on #ffffff 2.85 of 4.5: First words",
            "#aaaaaa on #ffffff 2.32 of 4.5: Other"
        ]
    );
}

#[test]
fn a_better_colour_is_near_and_stands_out_enough() {
    for (style, better) in [
        ("color: #777", Some("#767676")),
        ("color: #999", Some("#767676")),
        ("color: #888; background: #333", Some("#9b9b9b")),
        ("color: #fff; background: #2c9ab7", None),
    ] {
        let document = Html::parse_document(&format!("<p style='{style}'>Words</p>"));
        let pair = &faint_pairs(&document, Mode::Light)[0];
        let found = pair.better();
        assert!(
            found.is_none_or(|color| color.contrast(pair.background) >= 4.5),
            "{style}: {found:?}"
        );
        let found = found.map(|color| color.to_string());
        assert_eq!(found.as_deref(), better, "{style}");
    }
}
