//! Templates of a publication's own that cannot be used.

use super::broken_inputs::Broken;

/// All of them, in one template's place.
pub(super) fn of(path: &str) -> Vec<Broken> {
    let texts: [(&str, Vec<u8>); 20] = [
        ("nothing", Vec::new()),
        ("a tag that is never closed", b"<p>{{ issue.title</p>".to_vec()),
        ("a block that is never closed", b"{% if issue.title %}".to_vec()),
        ("an end without a block", b"a\n{% endfor %}".to_vec()),
        ("a filter that is not there", b"{{ issue.title | uper }}".to_vec()),
        ("a variable that is not there", b"\n\n{{ isue.title }}".to_vec()),
        (
            "an attribute that is not there",
            b"{{ issue.titel.text }}".to_vec(),
        ),
        (
            "an include of itself",
            b"{% include 'issue.html' %}{% include 'issue.txt' %}".to_vec(),
        ),
        (
            "an include that is not there",
            b"{% include 'footer.html' %}".to_vec(),
        ),
        (
            "an include of a file elsewhere",
            b"{% include '../digest.yaml' %}{% include '/etc/passwd' %}".to_vec(),
        ),
        (
            "a template that extends itself",
            b"{% extends 'issue.html' %}".to_vec(),
        ),
        (
            "a macro that calls itself",
            b"{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}".to_vec(),
        ),
        (
            "a loop without an end",
            b"{% for i in range(100000000) %}a{% endfor %}".to_vec(),
        ),
        (
            "a loop in a loop",
            b"{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}".to_vec(),
        ),
        ("text without an end", b"{{ 'a' * 100000000 }}".to_vec()),
        (
            "parentheses 10,000 deep",
            format!("{{{{ {}1{} }}}}", "(".repeat(10_000), ")".repeat(10_000)).into_bytes(),
        ),
        ("elements 10,000 deep", "<div>".repeat(10_000).into_bytes()),
        (
            "a slot for a link's host",
            b"<a href=\"https://{{ subscriber.name }}/\">a</a>".to_vec(),
        ),
        ("binary", (0..=255).collect()),
        ("Windows-1251", b"<p>\xCF\xF0\xE8\xE2\xE5\xF2</p>".to_vec()),
    ];
    texts
        .into_iter()
        .map(|(name, text)| Broken::new(name, path, text))
        .collect()
}
