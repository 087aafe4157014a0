//! The rule `image-alt-missing`.

use crate::check::NOTHING;
use crate::check::of_rule::with_block;

#[test]
fn fires_at_a_picture_without_a_description() {
    assert_eq!(
        with_block("Look: ![](https://example.org/ports.png \"Ports\") there."),
        [
            "14:7 warning image-alt-missing: the picture has no description for those who do not see it -- \
          write between `![` and `]` what the picture shows"
        ]
    );
    assert_eq!(
        with_block("![  ][1]\n\n[1]: https://example.org/ports.png").len(),
        1
    );
}

#[test]
fn quiet_for_a_description_be_it_a_slot_and_for_code() {
    assert_eq!(with_block("![A map](https://example.org/ports.png)"), NOTHING);
    assert_eq!(
        with_block("![{{ publication.title }}](https://example.org/ports.png)"),
        NOTHING
    );
    assert_eq!(with_block("`![](https://example.org/ports.png)`"), NOTHING);
}
