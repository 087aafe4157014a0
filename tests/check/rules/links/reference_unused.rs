//! The rule `reference-unused`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, mended};

fn found(text: &str) -> Vec<String> {
    found_by("reference-unused", text)
}

#[test]
fn fires_at_a_definition_that_nothing_names() {
    assert_eq!(
        found("See the map.\n\n[ports]: https://example.org/a\n\n"),
        ["12:1 info reference-unused: no link refers to `ports` -- refer to it, or take the line out"]
    );
}

#[test]
fn fires_at_the_second_of_two() {
    assert_eq!(
        found("See [the map][Ports].\n\n[ports]: https://example.org/a\n[PORTS]: https://example.org/b\n\n"),
        [
            "13:1 info reference-unused: `PORTS` is defined further above already, and this line has no effect -- refer to it, or take the line out"
        ]
    );
}

#[test]
fn fires_with_a_fix_only_where_nothing_else_changes() {
    let one = "[a]\n\n[ports]: https://example.org/a\n[a]: https://example.org/b\n\n";
    assert_eq!(
        mended("reference-unused", one),
        "[a]\n\n[a]: https://example.org/b\n\n"
    );
}

#[test]
fn quiet_for_those_that_are_used_and_for_what_is_none() {
    for text in [
        "[the map][ports]\n\n[ports]: https://example.org/a\n\n",
        "[ports] and [x y][]\n\n[ports]: https://example.org/a\n[X  Y]: https://example.org/b\n\n",
        "![map][ports]\n\n[ports]: https://example.org/a.png\n\n",
        "[//]: # (a comment)\n\n",
        "[Editor]: what do you think of it, readers?\n\n",
        "```\n[ports]: https://example.org/a\n```\n\n",
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
