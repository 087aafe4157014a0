//! The rule `link-tracking-leftover`.

use crate::check::NOTHING;
use crate::check::in_lead::{found_by, mended};

fn found(text: &str) -> Vec<String> {
    found_by("link-tracking-leftover", text)
}

#[test]
fn fires_at_the_mark_of_a_person() {
    assert_eq!(
        found("[it](https://example.org/a?fbclid=IwAR0)"),
        [
            "10:28 warning link-tracking-leftover: `fbclid` in this address stands for the person who copied it -- take it out, and see that the page \
             still opens"
        ]
    );
    assert_eq!(
        found("[it](https://example.org/a?b=c&mc_eid=1&d=e&gclid=2#f)"),
        [
            "10:32 warning link-tracking-leftover: `mc_eid` and `gclid` in this address stand for the person who copied it -- take it out, and see \
             that the page still opens"
        ]
    );
}

#[test]
fn fires_as_a_note_at_the_name_of_another_sender() {
    for mark in ["utm_source=rival", "mc_cid=0a1b2c"] {
        assert_eq!(
            found(&format!("[it](https://example.org/a?{mark}&utm_medium=mail)")),
            [format!(
                "10:28 info link-tracking-leftover: `{mark}` in this address tells the page that the reader comes from somewhere else -- take it out, with \
                 all that begins with `utm_`, or write your own"
            )]
        );
    }
}

#[test]
fn fires_once_and_is_mended_for_a_person() {
    let mended = |text: &str| mended("link-tracking-leftover", text);
    assert_eq!(
        mended("[it](https://example.org/a?mc_cid=0a&mc_eid=1b)"),
        "[it](https://example.org/a)"
    );
    assert_eq!(
        mended("[it](https://example.org/a?fbclid=IwAR0)"),
        "[it](https://example.org/a)"
    );
    assert_eq!(
        mended("[it](https://example.org/a?b=c&mc_eid=1&d=e&gclid=2#f)"),
        "[it](https://example.org/a?b=c&d=e#f)"
    );
    assert_eq!(
        mended("<https://example.org/?igshid=x&b>"),
        "<https://example.org/?b>"
    );
}

#[test]
fn fires_at_the_definition_that_a_reference_names() {
    let more = "[a][one] [b][two]\n\n[one]: https://example.org/?fbclid=1&b=c\n[two]: https://example.org/?fbclid=1\n\n";
    let places = found(more).into_iter().map(|found| found[..5].to_owned());
    assert_eq!(places.collect::<Vec<_>>(), ["12:29", "13:29"]);
    let mended = mended("link-tracking-leftover", more);
    assert!(
        mended.ends_with("[one]: https://example.org/?b=c\n[two]: https://example.org/\n\n"),
        "{mended}"
    );
}

#[test]
fn fires_without_a_fix_where_a_bracket_would_go() {
    let link = "[it](https://example.org/wiki/Sea_(a?fbclid=1))";
    assert_eq!(found(link).len(), 1);
    let findings = crate::support::check_text(&crate::check::in_lead::lead(link)).diagnostics;
    assert!(findings.iter().all(|finding| finding.fix.is_none()));
}

#[test]
fn quiet_for_ones_own_marks() {
    let shared = "[it](https://example.org/a?utm_source=tw) ".repeat(3);
    for text in [
        "[it](https://example.org/a?utm_source=our-weekly)",
        "[it](https://example.org/a?utm_source=newsletter&utm_campaign=x)",
        "[it](https://example.org/a?mc_eid={{ subscriber.id }})",
        "[it](https://example.org/fbclid?id=3)",
        "[it](https://example.org/a)",
        &shared,
    ] {
        assert_eq!(found(text), NOTHING, "{text}");
    }
}
