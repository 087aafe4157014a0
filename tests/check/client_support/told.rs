//! What is told of a feature.

use digest_cli::check::client_support::{Support, Weight};
use digest_cli::foundation::Severity;

use super::{slugs, usual};

#[test]
fn families_are_told_with_how_many_of_their_members_lack_it() {
    let found = usual(r#"<div style="display: flex">Words</div>"#);
    assert_eq!(found.len(), 1, "{found:?}");
    let gaps: Vec<String> = found[0].families.iter().map(ToString::to_string).collect();
    assert_eq!(gaps, ["Outlook (1 of 5: Windows)"]);
    let gap = &found[0].families[0];
    assert_eq!(
        (gap.family, gap.level, gap.count, gap.of),
        ("outlook", Support::None, 1, 5)
    );
    assert_eq!(found[0].title, "display:flex");
    assert_eq!(found[0].weight, Weight::Layout);
    assert!(found[0].hint.is_some());
}

#[test]
fn a_use_is_told_with_its_place_and_words() {
    let html = r#"<p>é</p><div style="color: red; float: left ;margin: 0">Words</div>"#;
    let found = usual(html);
    assert_eq!(found.len(), 1, "{found:?}");
    let used = &found[0].uses[0];
    assert_eq!(
        (used.span.of(html), used.snippet.as_str()),
        ("float: left", "float: left")
    );
}

#[test]
fn every_use_is_kept_up_to_a_few() {
    let one = r#"<div style="float: left">Words</div>"#;
    assert_eq!(usual(&one.repeat(3))[0].uses.len(), 3);
    assert_eq!(usual(&one.repeat(100))[0].uses.len(), 8);
}

#[test]
fn a_use_is_called_by_what_its_writer_wrote() {
    for (html, snippet) in [
        (r#"<video class="wide" src="film.mp4"></video>"#, "<video>"),
        (
            r#"<img src="https://example.org/a/port.webp?w=600">"#,
            "port.webp",
        ),
        (r#"<img src="data:image/png;base64,AAAA">"#, "data:image/png"),
        (
            r#"<p style="position : fixed;top:0">Words</p>"#,
            "position : fixed",
        ),
        ("<style>li::before { content: '→' }</style>", "li::before"),
    ] {
        assert_eq!(usual(html)[0].uses[0].snippet, snippet, "{html}");
    }
}

#[test]
fn what_is_lost_decides_how_much_it_matters() {
    for (html, severity) in [
        (r#"<video src="film.mp4"></video>"#, Severity::Error),
        (r#"<img src="data:image/png;base64,AAAA">"#, Severity::Error),
        (r#"<svg><path d=""/></svg>"#, Severity::Error),
        (r#"<img src="https://example.org/a.webp">"#, Severity::Warning),
        (r#"<form action="https://example.org"></form>"#, Severity::Warning),
        (
            r#"<div style="position: absolute">Words</div>"#,
            Severity::Warning,
        ),
        (r#"<div style="border-radius: 4px">Words</div>"#, Severity::Info),
        (
            r#"<div style="box-shadow: 0 0 4px #000">Words</div>"#,
            Severity::Info,
        ),
    ] {
        let found = usual(html);
        assert_eq!(found.len(), 1, "{html}: {found:?}");
        assert_eq!(found[0].severity(), severity, "{html}");
    }
}

#[test]
fn one_finding_speaks_for_what_belongs_together() {
    assert_eq!(
        slugs(r#"<form action="https://example.org"><input type="text"><input type="submit"></form>"#),
        ["html-form"]
    );
    assert_eq!(
        slugs(r#"<div style="display: grid; grid-template-columns: 1fr 1fr">Words</div>"#),
        ["css-grid-template"]
    );
}

#[test]
fn features_are_told_in_the_order_in_which_they_are_met() {
    assert_eq!(
        slugs(r#"<svg></svg><p style="float: left">Words</p><video></video>"#),
        ["html-svg", "css-float", "html-video"]
    );
}
