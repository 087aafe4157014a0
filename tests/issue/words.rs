//! What counts as a word.

use digest_cli::issue::{count_words, fold_heading, heading_matches};

#[test]
fn words_are_those_a_reader_sees() {
    for (markdown, words) in [
        ("", 0),
        ("one two  three\nfour", 4),
        ("**bold** _marks_ ~~do~~ `not` count", 5),
        (
            "a link's [own text](https://example.org/long/path \"title\") counts",
            5,
        ),
        (
            "[by reference][a] and [b]\n\n[a]: https://example.org\n[b]: https://example.org",
            4,
        ),
        ("bare https://example.org/a/b none, <https://example.org> none", 3),
        ("write anna@example.org now", 2),
        ("visit www.example.org today", 2),
        ("`see https://example.org/a` twice", 2),
        ("![a picture](a.png) of it", 2),
        ("before <!-- not seen --> after", 2),
        ("<!-- nothing\nhere -->", 0),
        ("Dear {{ subscriber.name | default(\"kind reader\") }}, hello", 3),
        ("{{ a }}{{ b }}", 2),
        ("{{ {'a': {}} }} {{ \"}}\" }}", 2),
        (
            "{% if subscriber.tags %}yes{% else %}no{% endif %} {# a long note #}",
            2,
        ),
        ("{% raw %}{{ two words }}{% endraw %}", 2),
        ("[{{ a }}](https://example.org/{{ b }})", 1),
        ("don't stop: 3.14 and 1,000", 5),
        ("well-known co-operation", 4),
        ("Қазақстан мен Өзбекстан", 3),
        ("مرحبا بالعالم", 2),
        ("👩‍👩‍👧 🎉", 0),
        ("- a\n- b\n\n> c\n\n    d", 4),
        ("| a | b |\n|---|---|\n| c d | e |", 5),
        ("one\\\ntwo  \nthree&nbsp;four &amp; five", 5),
        ("# Heading ##\n\nText", 2),
        ("half **bo**ld", 2),
        ("\u{91}\u{92}\u{E091} a", 1),
    ] {
        assert_eq!(count_words(markdown), words, "{markdown:?}");
    }
}

#[test]
fn headings_match_as_readers_see_them() {
    for (a, b) in [
        ("Politics, Foreign Affairs", "politics,\u{a0}foreign  AFFAIRS"),
        ("What’s new", "What's new:"),
        ("“Quoted”", "\"quoted\"."),
        ("East – West", "East - West"),
        ("Ｆｕｌｌ width", "Full width"),
        ("STRASSE", "Straße"),
        ("Όμηρος", "ΌΜΗΡΟΣ"),
        ("Café", "Cafe\u{301}"),
        ("ПОЛИТИКА", "Политика"),
    ] {
        assert!(heading_matches(a, b), "{} / {}", fold_heading(a), fold_heading(b));
    }
    for (a, b) in [("Economy", "Economics"), ("A & B", "A and B"), ("A, B", "A B")] {
        assert!(!heading_matches(a, b));
    }
}
