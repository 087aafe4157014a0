//! The rule `reference-undefined`.

use crate::check::NOTHING;
use crate::check::in_lead::found_by;

fn found(text: &str) -> Vec<String> {
    found_by("reference-undefined", text)
}

#[test]
fn fires_at_a_reference_without_its_definition() {
    assert_eq!(
        found("See [the *map*][ports] now."),
        [
            "10:5 warning reference-undefined: `ports` is not defined, so this is no link -- write `[text](address)`, or a line \
             `[ports]: https://…` below"
        ]
    );
    assert_eq!(
        found("[the map][] and [a `b`][c]\n\n[d]: https://example.org\n\n"),
        [
            "10:1 warning reference-undefined: `the map` is not defined, so this is no link -- write `[text](address)`, or a line \
             `[the map]: https://…` below",
            "10:17 warning reference-undefined: `c` is not defined, so this is no link -- write `[text](address)`, or a line `[c]: https://…` below",
        ]
    );
}

#[test]
fn quiet_where_it_is_defined_or_no_reference() {
    for text in [
        "[the map][ports] and [the map][]\n\n[PORTS]: https://example.org/a\n[the map]: https://example.org/b\n\n",
        "`[the map][ports]`",
        "\\[the map][ports]",
        "[the map]\\[ports]",
        "a[i][j] and [1][2]",
        "[[parser][docs] Mend it](https://example.org)",
        "[one] [two]",
        "[the map](https://example.org)[ports]",
        "[x][y][z]",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
