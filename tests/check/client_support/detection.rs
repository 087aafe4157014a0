//! By what a feature is recognised.

use crate::check::NOTHING;

use super::slugs;

#[test]
fn styles_are_found_wherever_they_stand() {
    for (html, slug) in [
        (r#"<DIV STYLE="DISPLAY:FLEX">a</DIV>"#, "css-display-flex"),
        ("<div style='display:inline-flex'>a</div>", "css-display-flex"),
        ("<p style=float:left>a</p>", "css-float"),
        (r#"<p style="/* why */ float: left">a</p>"#, "css-float"),
        (r#"<p style="float: left !important">a</p>"#, "css-float"),
        (
            r#"<p style="font-family: &quot;A; B&quot;; float: left">a</p>"#,
            "css-float",
        ),
        ("<style>p { float: left }</style>", "css-float"),
        (
            "<style>a { color: red } p, h2 { color: blue; float: right; }</style>",
            "css-float",
        ),
        (r#"<p style="width: calc(100% - 20px)">a</p>"#, "css-unit-calc"),
        (r#"<p style="margin: 0 1rem">a</p>"#, "css-unit-rem"),
        (r#"<p style="width: 50vw">a</p>"#, "css-unit-vw"),
        (r#"<p style="color: var(--ink)">a</p>"#, "css-variables"),
        (r#"<p style="color: oklch(40% 0.2 30)">a</p>"#, "css-modern-color"),
        (r#"<p style="color: rgba(0, 0, 0, 0.5)">a</p>"#, "css-rgba"),
        (
            r#"<p style="background: url(https://example.org/a.png)">a</p>"#,
            "css-background-image",
        ),
        (
            r#"<p style="background-image: linear-gradient(#fff, #000)">a</p>"#,
            "css-linear-gradient",
        ),
        (
            r#"<p style="margin-inline: 4px">a</p>"#,
            "css-margin-inline-block",
        ),
        (r#"<p style="position: sticky">a</p>"#, "css-position"),
        (
            "<style>@import 'https://example.org/a.css';</style>",
            "css-at-import",
        ),
        (
            "<style>p::before { content: '→' }</style>",
            "css-pseudo-element-before",
        ),
        (
            "<style>p { color: red; & b { color: blue } }</style>",
            "css-nesting",
        ),
    ] {
        assert_eq!(slugs(html), [slug], "{html}");
    }
}

#[test]
fn elements_attributes_and_images_are_found() {
    for (html, slug) in [
        (
            r#"<link rel="stylesheet" href="https://example.org/a.css">"#,
            "html-link",
        ),
        ("<audio controls></audio>", "html-audio"),
        ("<embed src=a.swf>", "html-object"),
        ("<p hidden>a</p>", "html-hidden"),
        (
            r#"<input type="checkbox" checked disabled>"#,
            "html-input-checkbox",
        ),
        (r##"<a href="#notes">a</a>"##, "html-anchor-links"),
        (r#"<img src="https://example.org/a.webp?w=2">"#, "image-webp"),
        (r#"<img src="https://example.org/A.SVG">"#, "image-svg"),
        (r#"<img src="https://example.org/a.avif#x">"#, "image-avif"),
        (r#"<img src="data:image/svg+xml,%3Csvg/%3E">"#, "image-base64"),
        (r##"<img usemap="#m" src="a.png">"##, "html-image-maps"),
        ("<figure><img src=a.png></figure>", "html-semantics"),
    ] {
        assert_eq!(slugs(html), [slug], "{html}");
    }
}

#[test]
fn what_only_looks_like_a_feature_is_none() {
    for html in [
        "<p>display: flex</p>",
        r#"<p title="float: left">a</p>"#,
        r#"<p style="font-family: 'float: left'">a</p>"#,
        r#"<p style="-webkit-box-shadow: none">a</p>"#,
        r#"<p style="display: block; float: none; position: relative">a</p>"#,
        r#"<p style="background: #fff none">a</p>"#,
        r#"<p style="outline: none; border-radius: 0; transform: NONE">a</p>"#,
        r#"<p style="--gap: calc(1rem + 2vw)">a</p>"#,
        r#"<p style="content: url(1rem.png)">a</p>"#,
        "<!-- <video></video> -->",
        "<script>var a = '<video>';</script>",
        "<title><video></title>",
        "<!--[if mso]><form></form><![endif]-->",
        "<!-- <p style='float: left'> -->",
        "<style>/* p { float: left } */</style>",
        "<style><!-- p { color: red } --></style>",
        r##"<a href="#">a</a>"##,
        r#"<a href="https://example.org/a.webp">a</a>"#,
        r#"<img src="https://example.org/webp/a.png">"#,
        r#"<link rel="icon" href="a.ico">"#,
        "a < b and c > d, </ p> <3",
        "<",
        "",
    ] {
        assert_eq!(slugs(html), NOTHING, "{html}");
    }
}

#[test]
fn broken_markup_is_read_to_its_end() {
    for html in [
        "<p style=\"float: left",
        "<p style='float: left'",
        "<style>p { float: left",
        "<p style=\"float: left; color: url(\">",
        "<p style=\"float: left; color: \\é",
    ] {
        assert_eq!(slugs(html), ["css-float"], "{html}");
    }
}
