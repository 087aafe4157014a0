//! Template tags, found as MiniJinja finds them.

use digest_cli::issue::{TagKind, excessive_tag, scan_tags};

fn tags(text: &str) -> Vec<(&str, &str, TagKind, bool)> {
    let found = scan_tags(text);
    let shown = found
        .iter()
        .map(|tag| (tag.span.of(text), tag.inner(text), tag.kind, tag.closed));
    shown.collect()
}

#[test]
fn the_three_kinds_are_found() {
    use TagKind::{Comment, Expression, Statement};
    assert_eq!(
        tags("a {{ x }} b {%- if y -%}\n{# z #} { % } {"),
        [
            ("{{ x }}", "x", Expression, true),
            ("{%- if y -%}", "if y", Statement, true),
            ("{# z #}", "z", Comment, true)
        ]
    );
}

#[test]
fn strings_and_brackets_hide_an_end() {
    for text in [
        "{{ '}}' }}",
        "{{ \"\\\"}}\" }}",
        "{{ {'a': {'b': 1}} }}",
        "{% set a = '%}' %}",
        "{{ f(a[1]) }}",
        "{{{}}}",
    ] {
        let found = tags(text);
        assert_eq!((found.len(), found[0].0, found[0].3), (1, text, true), "{text}");
    }
}

#[test]
fn raw_blocks_hold_no_tags() {
    assert_eq!(
        tags("{% raw %}{{ a }}{% if %}{%- endraw -%}{{ b }}")
            .iter()
            .map(|tag| tag.1)
            .collect::<Vec<_>>(),
        ["raw", "endraw", "b"]
    );
}

#[test]
fn unclosed_tags_are_told() {
    assert_eq!(
        tags("{{ a\n{{ b }}"),
        [
            ("{{ a", "a", TagKind::Expression, false),
            ("{{ b }}", "b", TagKind::Expression, true)
        ]
    );
    assert_eq!(
        tags("{# a {{ b }}"),
        [
            ("{# a ", "a", TagKind::Comment, false),
            ("{{ b }}", "b", TagKind::Expression, true)
        ]
    );
    assert_eq!(tags("{{"), [("{{", "", TagKind::Expression, false)]);
    assert_eq!(
        tags("{% raw %}{{ a }}"),
        [("{% raw %}", "raw", TagKind::Statement, false)]
    );
    assert!(tags("{{ ' }}").iter().all(|tag| !tag.3));
}

/// MiniJinja is the judge of where tags end: a text whose tags were cut out renders as itself.
#[test]
fn minijinja_agrees() {
    for text in [
        "a{{ '}}' }}b{# {{ #}c{% if 1 %}d{% endif %}e",
        "a{{ [1, (2)] }}b{{ {'x': '{'} }}c",
        "a{{- 1 -}}b{%+ if '%}' +%}c{%- endif %}d",
        "{ {a} {{ \"\\\\\" }} }}",
    ] {
        let mut bare = String::new();
        let mut at = 0;
        for tag in scan_tags(text) {
            assert!(tag.closed, "{text}");
            bare.push_str(&text[at..tag.span.start]);
            at = tag.span.end;
        }
        bare.push_str(&text[at..]);
        let values_gone = |rendered: String| rendered.replace(['1', '2', '\\', '[', ']', ',', '"', ' '], "");
        let mut environment = minijinja::Environment::new();
        environment.set_formatter(|_, _, _| Ok(()));
        let rendered = environment.render_str(text, ()).expect("a template");
        assert_eq!(values_gone(rendered), values_gone(bare), "{text}");
    }
}

#[test]
fn a_tag_is_bounded_but_for_its_strings() {
    let excess = |text: &str| excessive_tag(text, &scan_tags(text)).map(|(tag, _)| tag.span.start);
    assert_eq!(excess(&format!("a {{{{ \"{}\" }}}}", "x".repeat(10_000))), None);
    assert_eq!(excess(&format!("a {{{{ {}1 }}}}", "not ".repeat(2_000))), Some(2));
    assert_eq!(excess(&format!("{{# {} #}}", "x".repeat(10_000))), None);
    let elifs = |count: usize| format!("{{% if a %}}{}{{% endif %}}", "{% elif a %}".repeat(count));
    assert_eq!(excess(&elifs(500)), None);
    assert_eq!(excess(&elifs(501)), Some(10 + 500 * 12));
}
