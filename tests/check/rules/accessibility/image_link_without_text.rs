//! The rule `image-link-without-text`.

use crate::check::NOTHING;
use crate::check::of_rule::with_block;

#[test]
fn fires_at_the_picture_that_is_all_there_is_of_a_link() {
    assert_eq!(
        with_block("See [![](https://example.org/a.png)](https://example.org/report)."),
        [
            "14:6 warning image-link-without-text: the link is a picture without a description, so nothing says where it leads -- \
          write between `![` and `]` what the link leads to"
        ]
    );
    assert_eq!(
        with_block("[*![](https://example.org/a.png)*![](https://example.org/b.png)](https://example.org/)")
            .len(),
        1
    );
}

#[test]
fn quiet_where_the_picture_or_a_text_beside_it_says_where_it_leads() {
    for link in [
        "[![The report](https://example.org/a.png)](https://example.org/report)",
        "[![](https://example.org/a.png) The report](https://example.org/report)",
        "[![](https://example.org/a.png) `report`](https://example.org/report)",
        "[![{{ publication.title }}](https://example.org/a.png)](https://example.org/report)",
        "[![](https://example.org/a.png)![The report](https://example.org/b.png)](https://example.org/report)",
    ] {
        assert_eq!(with_block(link), NOTHING, "{link}");
    }
}
