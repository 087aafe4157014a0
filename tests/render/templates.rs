//! Templates: a publication's own, and slots in them.

use std::fs;
use std::path::Path;

use digest_cli::foundation::replace;
use digest_cli::render::Templates;
use tempfile::TempDir;

use super::bench::{Bench, copy, open, told};

/// A folder `templates` with some files.
fn folder(files: &[(&str, &str)]) -> (TempDir, Templates) {
    let home = TempDir::new().expect("a folder");
    let folder = home.path().join("templates");
    fs::create_dir(&folder).expect("a new folder");
    for (name, text) in files {
        replace(&folder.join(name), text.as_bytes()).expect("a file");
    }
    let templates = Templates::load(Some(&folder)).expect("templates");
    (home, templates)
}

fn bench(html: &str) -> Bench {
    let mut bench = Bench::lead("Lead of {{ subscriber.city }}.");
    bench.templates = folder(&[("issue.html", html)]).1;
    bench
}

fn page(body: &str) -> String {
    format!("<!doctype html>\n<html><head><title>x</title></head>\n<body>\n{body}\n</body></html>")
}

fn html(body: &str) -> String {
    open(&bench(&page(body)).edition().html)
}

#[track_caller]
fn refused(body: &str, expected: &str) {
    let faults = bench(&page(body)).faults();
    assert!(faults.contains(expected), "no `{expected}` in:\n{faults}");
}

#[test]
fn without_a_folder_the_built_in_templates_are_used() {
    let templates = Templates::load(Some(Path::new("/nowhere/at/all"))).unwrap();
    assert!(templates.source("issue.html").is_some());
    assert!(Templates::load(None).unwrap().source("issue.txt").is_some());
}

#[test]
fn every_place_is_told_apart() {
    let html = html(concat!(
        "<p title=\"{{ subscriber.name }}\">{{ subscriber.name }}</p><textarea>{{ subscriber.name }}</textarea>",
        "<a href='{{ links.unsubscribe }}?a={{ subscriber.id }}'>x</a><a href=\"https://example.org/{{ subscriber.id }}/{{ links.x }}\">y</a>",
        "<img src=https://example.org/i?u={{ subscriber.id }} alt='{{ subscriber.name }}'>"
    ));
    assert!(
        html.contains("<p title=\"{{ subscriber.name }}@attribute\">{{ subscriber.name }}@text</p>"),
        "{html}"
    );
    assert!(
        html.contains("<textarea>{{ subscriber.name }}@text</textarea>"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"{{ links.unsubscribe }}@link?a={{ subscriber.id }}@url\">"),
        "{html}"
    );
    assert!(
        html.contains("<a href=\"https://example.org/{{ subscriber.id }}@url/{{ links.x }}@url\">"),
        "{html}"
    );
    assert!(
        html.contains("src=\"https://example.org/i?u={{ subscriber.id }}@url\""),
        "{html}"
    );
    assert!(html.contains("alt=\"{{ subscriber.name }}@attribute\""), "{html}");
}

#[test]
fn statements_may_stand_in_tables_and_heads_and_attributes() {
    let template = concat!(
        "<!doctype html><html><head>{% if subscriber.a %}<meta name=\"a\">{% endif %}<title>{% if subscriber.a %}b{% endif %}</title></head><body>",
        "<table><tbody>{% for tag in subscriber.tags %}<tr>{% if subscriber.a %}<td>{{ tag }}</td>{% endif %}</tr>{% endfor %}</tbody></table>",
        "<p class=\"{% if subscriber.a %}x{% else %}y{% endif %}\">a</p></body></html>"
    );
    let html = open(&bench(template).edition().html);
    assert!(html.contains("<head>{% if subscriber.a %}<meta name=\"a\">{% endif %}<title>{% if subscriber.a %}b{% endif %}</title>"), "{html}");
    assert!(
        html.contains("{% for tag in subscriber.tags %}<tr>{% if subscriber.a %}<td>{{ tag }}@text</td>{% endif %}</tr>{% endfor %}"),
        "{html}"
    );
    assert!(
        html.contains("<p class=\"{% if subscriber.a %}x{% else %}y{% endif %}\">"),
        "{html}"
    );
}

#[test]
fn sections_can_be_chosen_by_tag() {
    let body = "{% for section in sections %}{% if section.id in subscriber.tags %}<h2>{{ section.heading }}</h2>{% endif %}{% endfor %}";
    let edition = bench(&page(body)).edition();
    assert!(
        open(&edition.html)
            .contains("{% set section = {\"id\": \"society\"} %}{% if section.id in subscriber.tags %}")
    );
    assert!(copy(&edition.html, "Ana", &["society"]).contains("<h2>Society and Culture</h2>"));
    assert!(!copy(&edition.html, "Ana", &["other"]).contains("<h2>"));
}

#[test]
fn macros_may_hold_slots_and_pass_what_is_the_same_for_everyone() {
    let body = concat!(
        "{% macro chosen(section, word) %}{% if section.id in subscriber.tags %}{{ word }} {{ subscriber.name }}{% endif %}{% endmacro %}",
        "{% for section in sections %}<p>{{ chosen(section, \"For\") }}</p>{% endfor %}"
    );
    let edition = bench(&page(body)).edition();
    assert!(copy(&edition.html, "Ana", &["society"]).contains("<p>For Ana</p>"));
    assert!(!copy(&edition.html, "Ana", &["x"]).contains("Ana"));
}

#[test]
fn slots_where_no_value_can_stand_are_refused_with_their_line() {
    refused(
        "<table>\n{{ subscriber.name }}<tr><td>a</td></tr></table>",
        "templates/issue.html:5: `subscriber.name` stands directly in `<table>`",
    );
    refused(
        "<table><tr>{{ subscriber.name }}<td>a</td></tr></table>",
        "stands directly in `<tr>`",
    );
    refused(
        "<p {{ subscriber.name }}>a</p>",
        "stands in a tag, but in no attribute's value",
    );
    refused("<{{ subscriber.name }}>a</p>", "templates/issue.html:4: ");
    refused(
        "<p {% if subscriber.a %}title=\"a\"{% endif %}>a</p>",
        "stands in a tag, but in no attribute's value",
    );
    refused(
        "<style>p { color: {{ subscriber.color }} }</style>",
        "stands inside `<style>`",
    );
    refused(
        "<script>{{ subscriber.name }}</script>",
        "stands inside `<script>`",
    );
    refused(
        "<p style=\"color: {{ subscriber.color }}\">a</p>",
        "stands in a `style` attribute",
    );
    refused(
        "<p onclick=\"{{ subscriber.color }}\">a</p>",
        "stands in a `onclick` attribute",
    );
    refused("<!-- {{ subscriber.name }} -->", "stands in an HTML comment");
    refused(
        "<!--[if mso]>{% if subscriber.a %}a{% endif %}<![endif]-->",
        "stands in an HTML comment",
    );
    refused(
        "<a href=\"{{ subscriber.url }}\">a</a>",
        "would supply the scheme or host",
    );
    refused(
        "<a href=\"{% if subscriber.a %}https://example.org{% endif %}\">a</a>",
        "stands in the scheme or host",
    );
    let faults = bench("{{ subscriber.name }}<!doctype html><p>a</p>").faults();
    assert!(
        faults.contains("issue.html:1: `subscriber.name` stands before the page begins"),
        "{faults}"
    );
    let faults = bench("<!doctype html><html><head>{{ subscriber.name }}</head></html>").faults();
    assert!(faults.contains("stands directly in `<head>`"), "{faults}");
}

#[test]
fn blocks_must_enclose_whole_elements() {
    refused(
        "{% if subscriber.a %}<div>{% endif %}a</div>",
        "templates/issue.html:4: `endif` stands in another element",
    );
    refused(
        "<p title=\"{% if subscriber.a %}a\">{% endif %}</p>",
        "stands in another element",
    );
    refused(
        "{% if subscriber.a %}<p>a</p>{% else %}<p>{% endif %}b</p>",
        "stands in another element",
    );
}

#[test]
fn changed_or_cut_slots_are_refused() {
    refused("{{ lead | upper }}", "`subscriber.city` was changed or left out");
    refused(
        "{{ (lead ~ \"\")[:20] }}",
        "`subscriber.city` was changed or left out",
    );
    refused(
        "{{ lead | replace(\"e\", \"é\") }}",
        "`subscriber.city` was changed or left out",
    );
    refused(
        "{% filter upper %}{{ subscriber.name }}{% endfilter %}",
        "`subscriber.name` was changed or left out",
    );
    refused(
        "{% set x %}{{ subscriber.name }}{% endset %}{{ x }}{{ x }}",
        "`subscriber.name` was shown 2 times instead of 1",
    );
    // Shown twice on purpose, as a title is.
    assert_eq!(
        html("{{ lead }}{{ lead }}")
            .matches("{{ subscriber.city }}@text")
            .count(),
        2
    );
}

#[test]
fn templates_include_and_extend_each_other_inside_their_folder() {
    let files = [
        (
            "issue.html",
            "{% extends \"base.html\" %}{% block main %}{% include \"part.html\" %}{% endblock %}",
        ),
        (
            "base.html",
            "<!doctype html><body>{% block main %}{% endblock %}</body>",
        ),
        ("part.html", "<p>{{ subscriber.name }} {{ title }}</p>"),
    ];
    let mut bench = Bench::lead("Text.");
    bench.templates = folder(&files).1;
    let html = open(&bench.edition().html);
    assert!(
        html.contains("<p>{{ subscriber.name }}@text Caspian crossroads</p>"),
        "{html}"
    );
}

#[test]
fn a_block_of_the_built_in_template_can_be_replaced() {
    let html = open(&bench("{% extends \"built-in/issue.html\" %}{% block masthead %}<b>{{ subscriber.name }}</b>{% endblock %}").edition().html);
    assert!(html.contains("<b>{{ subscriber.name }}@text</b>"), "{html}");
    assert!(html.contains("{{ links.unsubscribe }}@link"), "{html}");
}

#[test]
fn nothing_outside_the_folder_can_be_included() {
    let (home, _) = folder(&[]);
    let inside = home.path().join("templates");
    replace(&home.path().join("secret.html"), b"secret").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink(home.path().join("secret.html"), inside.join("link.html")).unwrap();
    for name in [
        "../secret.html",
        "link.html",
        "/etc/hostname",
        "templates/../secret.html",
    ] {
        replace(
            &inside.join("issue.html"),
            format!("<p>\n{{% include \"{name}\" %}}</p>").as_bytes(),
        )
        .unwrap();
        let mut bench = Bench::lead("Text.");
        bench.templates = Templates::load(Some(&inside)).unwrap();
        let faults = bench.faults();
        assert!(
            faults.starts_with("templates/issue.html:2: template not found"),
            "{faults}"
        );
    }
}

#[test]
fn mistakes_in_templates_point_into_the_template() {
    refused("\n\n{{ nothing }}", "templates/issue.html:6: undefined value");
    refused("\n{% if %}", "templates/issue.html:5: ");
    refused(
        "\n{{ subscriber.name",
        "templates/issue.html:5: `{{` opens a tag that is never closed",
    );
    refused("{% include \"issue.html\" %}", "templates/issue.html:4: ");
    refused(
        "{% for x in range(99999999) %}a{% endfor %}",
        "templates/issue.html:4: ",
    );
    let mut bench = Bench::lead("Text.");
    bench.templates = folder(&[
        ("issue.html", "<p>{% include \"part.html\" %}</p>"),
        ("part.html", "\n{{ oops }}"),
    ])
    .1;
    assert!(
        bench
            .faults()
            .starts_with("templates/part.html:2: undefined value"),
        "{}",
        bench.faults()
    );
}

#[test]
fn a_template_that_is_no_text_is_a_failure() {
    let home = TempDir::new().unwrap();
    replace(&home.path().join("issue.html"), &[0xFF, 0xFE, 0x20, 0]).unwrap();
    let failure = Templates::load(Some(home.path())).unwrap_err();
    assert!(failure.message.contains("is UTF-16"), "{failure}");
    // A picture beside the templates is none.
    let home = TempDir::new().unwrap();
    replace(&home.path().join("logo.png"), &[0, 1, 2, 255]).unwrap();
    assert!(
        Templates::load(Some(home.path()))
            .unwrap()
            .source("logo.png")
            .is_none()
    );
}

#[test]
fn style_sheets_move_into_the_elements_and_media_rules_stay_behind_the_encoding() {
    let template = "<!doctype html><html><head><meta charset=utf-8><style>p { color: #123456 } @media (prefers-color-scheme: dark) { p { color: #fff } }</style></head><body><p>a</p></body></html>";
    let html = open(&bench(template).edition().html);
    assert!(html.contains("<p style=\"color: #123456;\">"), "{html}");
    assert!(
        html.find("charset").unwrap() < html.find("@media").unwrap(),
        "{html}"
    );
    refused(
        "<link rel=\"stylesheet\" href=\"styles.css\">",
        "templates/issue.html:1: the styles cannot be moved",
    );
}

#[test]
fn values_are_escaped_but_addresses_stay_readable() {
    let html = html(
        "<p title=\"{{ publication.title }}\"><a href=\"{{ publication.homepage }}/a\">{{ \"<a href='/x'>\" }}</a></p>",
    );
    assert!(html.contains("href=\"https://example.org/a\""), "{html}");
    assert!(
        html.contains("title=\"Eurasia &lt;Weekly&gt;\"") || html.contains("title=\"Eurasia <Weekly>\""),
        "{html}"
    );
    assert!(html.contains("&lt;a href='/x'&gt;"), "{html}");
}

#[test]
fn a_text_template_with_an_address_in_parts_fits_the_values_into_it() {
    let mut bench = Bench::lead("Text.");
    let text = "{{ lead }}See https://example.org/?u={{ subscriber.email }}&v=1 (or {{ links.unsubscribe }}), {{ subscriber.name }}.";
    bench.templates = folder(&[("issue.txt", text)]).1;
    let text = open(&bench.edition().text);
    assert_eq!(
        text,
        "Text.\n\nSee https://example.org/?u={{ subscriber.email }}@url&v=1 (or {{ links.unsubscribe }}@plain), {{ subscriber.name }}@plain.\n"
    );
    bench.templates = folder(&[("issue.txt", "https://{{ subscriber.host }}/")]).1;
    assert!(
        told(&bench.render().unwrap_err()).contains("templates/issue.txt:1: `subscriber.host` would supply")
    );
}
