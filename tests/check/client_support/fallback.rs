//! What counts not, because something else stands ready.

use crate::check::{NOTHING, own_page};

use super::{slugs, usual};

#[test]
fn extras_for_some_clients_are_no_loss_to_others() {
    for html in [
        "<style>@media (max-width: 480px) { .a { display: flex; float: left } }</style>",
        "<style>@supports (display: grid) { .a { display: grid } }</style>",
        "<style>@media screen { @media (min-width: 1px) { .a { width: calc(1px + 1rem) } } }</style>",
        "<style>a:hover { color: red }</style>",
        "<style>@font-face { font-family: A; src: url(a.woff2) }</style>",
    ] {
        assert_eq!(slugs(html), NOTHING, "{html}");
    }
}

#[test]
fn a_plainer_value_before_is_enough() {
    for style in [
        "width: 300px; width: calc(100% - 20px)",
        "font-size: 16px; font-size: 1rem",
        "color: #333; color: var(--ink)",
        "color: #333; color: oklch(40% 0.2 30)",
        "display: block; display: flex",
        "background: #036; background: linear-gradient(#036, #069)",
    ] {
        assert_eq!(slugs(&format!(r#"<p style="{style}">a</p>"#)), NOTHING, "{style}");
    }
    for style in [
        "width: calc(100% - 20px); width: 300px",
        "width: calc(100% - 20px); width: calc(100% - 10px)",
        "height: 300px; width: calc(100% - 20px)",
    ] {
        assert_eq!(
            slugs(&format!(r#"<p style="{style}">a</p>"#)),
            ["css-unit-calc"],
            "{style}"
        );
    }
}

#[test]
fn what_is_hidden_loses_nothing() {
    assert_eq!(
        slugs(r#"<div style="display: none; opacity: 0; overflow: hidden; visibility: hidden">a</div>"#),
        NOTHING
    );
}

#[test]
fn a_film_with_something_in_it_shows_that() {
    assert_eq!(slugs(r#"<video src="a.mp4"><img src="a.png"></video>"#), NOTHING);
    assert_eq!(
        slugs(r#"<video src="a.mp4">See the film at example.org</video>"#),
        NOTHING
    );
    assert_eq!(slugs(r#"<video><source src="a.mp4"> </video>"#), ["html-video"]);
    assert_eq!(
        slugs(r#"<video src="a.mp4"></video><p>After it</p>"#),
        ["html-video"]
    );
}

#[test]
fn an_image_behind_words_needs_a_colour_under_them() {
    let html =
        |style: &str, words: &str| format!(r#"<td style="background-image: url(a.png){style}">{words}</td>"#);
    assert_eq!(slugs(&html("", "Words")), ["css-background-image"]);
    assert_eq!(slugs(&html("; background-color: #036", "Words")), NOTHING);
    assert_eq!(
        slugs(&html("", "&#8203;<img src='a.png'>").replace("&#8203;", "")),
        NOTHING
    );
    assert_eq!(
        slugs(&html("", "Words").replace("<td", "<td bgcolor='#003366'")),
        NOTHING
    );
}

#[test]
fn comments_for_outlook_on_windows_are_heard() {
    let for_others = r#"<!--[if !mso]><!--><div style="display: flex">a</div><!--<![endif]-->"#;
    assert_eq!(slugs(for_others), NOTHING);
    assert_eq!(
        slugs(&format!(r#"{for_others}<div style="display: flex">a</div>"#)),
        ["css-display-flex"]
    );
    let drawn = r#"<!--[if gte mso 9]><v:rect><v:fill type="tile" src="a.png"/><![endif]--><td style="background-image: url(a.png)">a</td>"#;
    let told: Vec<&str> = usual(drawn)
        .iter()
        .flat_map(|found| &found.families)
        .map(|gap| gap.family)
        .collect();
    assert!(!told.contains(&"outlook"), "{told:?}");
}

#[test]
fn an_aligned_image_does_not_need_to_float() {
    assert_eq!(
        slugs(r#"<img align="left" style="float: left" src="a.png">"#),
        NOTHING
    );
}

#[test]
fn fonts_that_are_not_fetched_have_others_in_their_place() {
    for html in [
        r#"<link rel="stylesheet" href="https://fonts.googleapis.com/css2?family=Inter">"#,
        "<style>@import url(https://fonts.googleapis.com/css2?family=Inter);</style>",
    ] {
        assert_eq!(slugs(html), NOTHING, "{html}");
    }
}

#[test]
fn a_picture_with_an_image_in_it_is_shown_as_that() {
    assert_eq!(
        slugs(r#"<picture><source srcset="a.webp"><img src="a.png" srcset="b.png 2x"></picture>"#),
        NOTHING
    );
}

#[test]
fn our_own_page_is_seen_by_everyone() {
    let page = own_page();
    for part in ["<style>@media", "<blockquote", "<pre", "<th", "<hr", "<img"] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let found = usual(&page);
    assert!(found.is_empty(), "{found:?}");
}
