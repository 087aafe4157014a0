//! Front matter, read and complained of.

use digest_cli::issue::{Byline, Draft, Status};
use digest_cli::publication::Author;

use super::{SAMPLE, draft};

/// Rule, text pointed at, message, hint.
fn faults(draft: &Draft) -> Vec<(&str, &str, &str, &str)> {
    let shown = draft.front.faults.iter().map(|fault| {
        let at = fault.location.span.of(draft.source.text());
        (
            fault.rule,
            at,
            fault.message.as_str(),
            fault.hint.as_deref().unwrap_or_default(),
        )
    });
    shown.collect()
}

fn with(lines: &str) -> Draft {
    draft(&format!("---\nid: a\ndate: 2019-02-05\n{lines}\n---\n# T\n"))
}

#[test]
fn every_key_is_read_with_its_place() {
    let draft = draft(SAMPLE);
    let front = &draft.front;
    assert_eq!(faults(&draft), []);
    let text = draft.source.text();
    let id = front.id.as_ref().expect("an id");
    assert_eq!(
        (id.value.as_str(), id.span.of(text)),
        ("2019-02-05-caspian-crossroads", "2019-02-05-caspian-crossroads")
    );
    assert_eq!(front.issue.as_ref().map(|issue| issue.value), Some(197));
    assert_eq!(
        front.date.as_ref().map(|date| date.value.to_string()).as_deref(),
        Some("2019-02-05")
    );
    assert_eq!(front.author[0].value, Byline::Key("aserik".to_owned()));
    let written = Author {
        name: "Тимур Ахметов".to_owned(),
        affiliation: Some("Example Institute, Kazakhstan".to_owned()),
    };
    assert_eq!(front.author[1].value, Byline::Written(written));
    assert_eq!(front.lists[0].value, "weekly");
    assert_eq!(front.lists[0].span.of(text), "weekly");
    assert_eq!(
        front.status.as_ref().map(|status| status.value),
        Some(Status::Ready)
    );
    assert_eq!(
        front.subject.as_ref().map(|subject| subject.value.as_str()),
        Some("Crossroads, {{ subscriber.name }}")
    );
    assert_eq!(
        front.language.as_ref().map(|language| language.value.as_str()),
        Some("en-GB")
    );
    assert_eq!(front.span.map(|span| span.end), text.find("\n# Caspian"));
}

#[test]
fn single_values_do_for_lists() {
    let draft = with("author: { name: A }\nlists: weekly");
    assert_eq!(faults(&draft), []);
    assert_eq!(draft.front.author.len(), 1);
    assert_eq!(draft.front.lists[0].value, "weekly");
}

#[test]
fn an_unknown_key_names_the_nearest() {
    assert_eq!(
        faults(&with("subjekt: A")),
        [(
            "front-matter-unknown-key",
            "subjekt",
            "there is no key `subjekt`",
            "did you mean `subject`?"
        )]
    );
}

#[test]
fn a_misspelt_key_is_not_missing_too() {
    let draft = draft("---\nid: a\ndat: 2019-02-05\n---\n# T\n");
    assert_eq!(
        faults(&draft),
        [(
            "front-matter-unknown-key",
            "dat",
            "there is no key `dat`",
            "did you mean `date`?"
        )]
    );
}

#[test]
fn missing_keys_are_told_each() {
    let found = draft("---\nissue: 3\n---\n# T\n");
    let rules: Vec<_> = faults(&found)
        .iter()
        .map(|fault| (fault.0, fault.1, fault.2))
        .collect();
    assert_eq!(
        rules,
        [
            ("front-matter-missing-key", "issue", "`id` is missing"),
            ("front-matter-missing-key", "issue", "`date` is missing")
        ]
    );
    let empty = draft("---\n---\n# T\n");
    let rules: Vec<_> = faults(&empty).iter().map(|fault| (fault.1, fault.2)).collect();
    assert_eq!(rules, [("---", "`id` is missing"), ("---", "`date` is missing")]);
}

#[test]
fn no_front_matter_is_one_finding() {
    for text in ["# T\n", "", "\n---\nid: a\n---\n", " ---\n"] {
        let found = draft(text);
        let rules: Vec<_> = faults(&found).iter().map(|fault| (fault.0, fault.2)).collect();
        assert_eq!(
            rules,
            [("front-matter-missing-key", "the draft has no front matter")]
        );
        assert!(found.front.span.is_none());
    }
}

#[test]
fn wrong_values_are_told_where_they_stand() {
    for (lines, at, message) in [
        ("issue: soon", "soon", "`issue`: `soon` is not an issue's number"),
        ("issue: 0", "0", "`issue`: `0` is not an issue's number"),
        ("issue: -1", "-1", "`issue`: `-1` is not an issue's number"),
        (
            "issue: 99999999999",
            "99999999999",
            "`issue`: `99999999999` is not an issue's number",
        ),
        (
            "issue: [1]",
            "[1]",
            "`issue` is a list, and must be a single value",
        ),
        ("status: reddy", "reddy", "`status`: `reddy` is not a status"),
        (
            "author: [[a]]",
            "[a]",
            "an author is a list, and must be a key or `{ name: … }`",
        ),
        ("author: { affiliation: X }", "affiliation", "`name` is missing"),
        (
            "lists: [[a]]",
            "[a]",
            "`lists` is a list, and must be a single value",
        ),
        ("subject: ''", "''", "`subject`: it is empty"),
        (
            "language: en_GB",
            "en_GB",
            "`language`: `en_GB` is no language tag",
        ),
        ("lists: [a/b]", "a/b", "`lists`: `a/b` is no name"),
        ("id: b", "id", "the key `id` stands twice"),
    ] {
        let draft = with(lines);
        let found = faults(&draft);
        assert_eq!(found.len(), 1, "{lines}: {found:?}");
        assert_eq!((found[0].1, found[0].2), (at, message));
        let expected = if message.ends_with("missing") {
            "front-matter-missing-key"
        } else {
            "front-matter-wrong-type"
        };
        assert_eq!(found[0].0, expected, "{lines}");
    }
}

#[test]
fn ids_can_name_files() {
    let with_id = |id: &str| draft(&format!("---\nid: {id}\ndate: 2019-02-05\n---\n# T\n"));
    for good in ["a", "2019-02-05_a.b", &"x".repeat(128)] {
        assert_eq!(with_id(good).front.id.map(|id| id.value).as_deref(), Some(good));
    }
    for bad in [
        "a/b",
        "../a",
        "a b",
        "\"a\\r\\nb\"",
        "ü",
        ".a",
        "\"\"",
        &"x".repeat(129),
        "'a\\b'",
        "\"a\\0\"",
    ] {
        let draft = with_id(bad);
        assert_eq!(draft.front.id, None, "{bad}");
        let found = faults(&draft);
        assert_eq!((found.len(), found[0].0), (1, "front-matter-wrong-type"), "{bad}");
        assert!(found[0].3.contains("2019-02-05-caspian-crossroads"));
    }
}

#[test]
fn a_bad_date_has_its_own_rule() {
    for (date, message) in [
        ("2019-02-30", "`date`: `2019-02-30` is not a day of the calendar"),
        ("5 February 2019", "`date`: `5 February 2019` is not a date"),
        ("2019-2-5", "`date`: `2019-2-5` is not a date"),
        ("05.02.2019", "`date`: `05.02.2019` is not a date"),
    ] {
        let draft = draft(&format!("---\nid: a\ndate: {date}\n---\n# T\n"));
        assert_eq!(
            faults(&draft),
            [(
                "front-matter-bad-date",
                date,
                message,
                "write year, month and day, as in `2019-02-05`"
            )]
        );
    }
}

#[test]
fn what_is_no_yaml_map_is_unreadable() {
    for (text, message) in [
        (
            "---\nid: a\n\n# T\n",
            "the front matter that begins here never ends",
        ),
        (
            "---\n- a\n---\n# T\n",
            "the front matter is a list, and must be a map of keys",
        ),
        (
            "---\nhello\n---\n# T\n",
            "the front matter is a single value, and must be a map of keys",
        ),
    ] {
        let found = draft(text);
        let rules: Vec<_> = faults(&found).iter().map(|fault| (fault.0, fault.2)).collect();
        assert_eq!(rules, [("front-matter-unreadable", message)], "{text:?}");
        assert_eq!(
            found.title.map(|title| title.text).as_deref(),
            Some("T"),
            "{text:?}"
        );
    }
    let broken = draft("---\nid: [a\n---\n# T\n");
    assert_eq!(broken.front.faults.len(), 1);
    assert!(
        broken.front.faults[0]
            .message
            .starts_with("the front matter is not YAML: ")
    );
    assert_eq!(broken.front.faults[0].location.position().line, 3);
}

#[test]
fn values_of_headers_are_one_line() {
    let folded = with("preheader: >\n  two\n  lines");
    assert_eq!(faults(&folded), []);
    assert_eq!(
        folded.front.preheader.map(|text| text.value).as_deref(),
        Some("two lines")
    );
    let hostile = with("subject: \"A\\r\\nBcc: x@example.org\"");
    assert_eq!(hostile.front.subject, None);
    assert_eq!(
        faults(&hostile)[0].2,
        "`subject`: it holds a control character (U+000D)"
    );
}
