//! Mistakes in digest.yaml: each told once, where it stands, all at once.

use super::given::{told, told_with};

#[test]
fn a_misspelt_key_names_the_nearest_and_is_not_missing_too() {
    let told = told(
        "id: weekly.example.org\ntitel: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\n",
    );
    assert_eq!(told, ["2:1 there is no key `titel` | did you mean `title`?"]);
}

#[test]
fn a_key_like_no_other_is_answered_with_the_known_ones() {
    let told = told_with("check: { colour: red }\n");
    assert_eq!(
        told,
        [
            "4:10 there is no key `colour` in `check` | known keys are `fail_on`, `rules`, `audience`, `terms`, `require_consent`"
        ]
    );
}

#[test]
fn a_missing_key_points_at_its_map_and_says_what_to_write() {
    let told = told("title: Our Weekly\nfrom:\n  name: Our Weekly\n");
    assert_eq!(
        told,
        [
            "1:1 `id` is missing | write `id: weekly.example.org`",
            "2:1 `from.email` is missing | write `email: weekly@example.org`",
        ]
    );
}

#[test]
fn an_empty_file_is_told_what_it_needs() {
    for empty in ["", "\n\n", "# nothing yet\n", "---\n"] {
        let told = told(empty);
        assert_eq!(told.len(), 3, "{empty:?}: {told:?}");
        assert!(
            told[0].ends_with("`id` is missing | write `id: weekly.example.org`"),
            "{told:?}"
        );
    }
}

#[test]
fn several_mistakes_are_told_in_the_order_of_the_file() {
    let told = told(concat!(
        "title: \"\"\n",
        "id: weekly\n",
        "form: { name: x, email: weekly@example.org }\n",
        "language: english\n",
        "structure:\n",
        "  lead: { words: 9..3, byline: yes }\n",
        "  sections:\n",
        "    - { id: a b, heading: One, bullets: seven }\n",
        "late_joiners: soon\n",
        "check: { fail_on: never, rules: { some-rule: on } }\n",
    ));
    assert_eq!(
        told,
        [
            "1:8 `title`: it is empty | -",
            "2:5 `id`: `weekly` is no id: it has no dot | write it like a domain name of yours, as `weekly.example.org`",
            "3:1 there is no key `form` | did you mean `from`?",
            "4:11 `language`: `english` is no language tag | write a tag as `en`, `kk-Cyrl` or `pt-BR`",
            "6:18 `structure.lead.words`: `9..3` is an empty range: the smaller number goes first | -",
            "6:32 `structure.lead.byline`: `yes` is neither `required` nor `optional` | -",
            "8:13 `structure.sections.id`: `a b` is no name | use letters a to z, digits, `-` and `_`, at most 64",
            "8:41 `structure.sections.bullets`: `seven` is no count: write `7`, `5..9`, `3..` or `..9` | -",
            "9:15 `late_joiners`: `soon` is no span of time | write `30s`, `10m`, `12h` or `14d`",
            "10:19 `check.fail_on`: `never` is no severity: write `info`, `warning` or `error` | -",
            "10:46 `check.rules.some-rule`: `on` is no setting of a rule | write `off`, `info`, `warning` or `error`",
        ]
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_told_what_it_must_be() {
    let told = told_with(
        "homepage: [a]\nrelay: smtp://localhost\nauthors: [x]\nstructure: { sections: { a: b } }\nlists: { weekly: news }\n",
    );
    assert_eq!(
        told,
        [
            "4:11 `homepage` is a list, and must be a single value | -",
            "5:8 `relay` is a single value, and must be a map of keys | -",
            "6:10 `authors` is a list, and must be a map of keys | -",
            "7:24 `structure.sections` is a map of keys, and must be a list | -",
            "8:18 `lists.weekly` is a single value, and must be a map of keys | -",
        ]
    );
    assert_eq!(
        super::given::told("- a\n"),
        ["1:1 the file is a list, and must be a map of keys | -"]
    );
}

#[test]
fn a_key_that_stands_twice_is_told_where_the_first_is() {
    let told = told_with("title: Another\nauthors: { ann: { name: A }, ann: { name: B } }\n");
    assert_eq!(
        told,
        [
            "4:1 the key `title` stands twice | keep one of them; the first is on line 2",
            "5:30 the key `ann` stands twice | keep one of them; the first is on line 5",
        ]
    );
}

#[test]
fn two_sections_cannot_share_an_id_or_a_heading() {
    let told = told_with(concat!(
        "structure:\n",
        "  sections:\n",
        "    - { id: news, heading: News & Notes }\n",
        "    - { id: news, heading: Culture }\n",
        "    - { id: other, heading: \"NEWS\u{A0}&  notes\" }\n",
    ));
    assert_eq!(
        told,
        [
            "7:13 two sections have the id `news` | give each section its own id",
            "8:29 two sections have the heading `news & notes` | give each section its own heading",
        ]
    );
}

#[test]
fn a_count_of_bullets_needs_a_section_of_bullets() {
    let told = told_with("structure:\n  sections:\n    - { id: a, heading: A, kind: prose, bullets: 3 }\n");
    let hint = "leave `bullets` out, or write `kind: bullets`";
    assert_eq!(
        told,
        [format!(
            "6:41 a count of bullets for a section whose `kind` is not `bullets` | {hint}"
        )]
    );
}

#[test]
fn truth_is_true_or_false() {
    for word in ["yes", "on", "True", "1"] {
        let told = told_with(&format!(
            "unsubscribe: {{ url: \"https://example.org\", one_click: {word} }}\n"
        ));
        assert_eq!(
            told,
            [format!(
                "4:55 `unsubscribe.one_click`: `{word}` is neither `true` nor `false` | -"
            )]
        );
    }
}

#[test]
fn one_click_needs_an_address_to_click() {
    let told = told_with("unsubscribe: { mailto: u@example.org, one_click: true }\n");
    assert_eq!(told.len(), 1);
    assert!(
        told[0].starts_with("4:39 `unsubscribe.one_click` is true, and there is no `unsubscribe.url`"),
        "{told:?}"
    );
}

#[test]
fn what_is_not_yaml_is_told_in_plain_words() {
    let first = |text: &str| super::given::told(text).remove(0);
    assert_eq!(
        first("title: News: weekly\n"),
        "1:12 a `:` inside a value: put the value in quotes | -"
    );
    assert_eq!(first("title: 'News\n"), "1:8 a quote that is never closed | -");
    assert_eq!(
        first("from: { name: x\n"),
        "2:1 a `{` without its `}`, or a missing comma | -"
    );
    assert!(first("title: *News*\n").starts_with("1:8 an alias (`*name`)"));
    assert!(first("title: &News\n").contains("an anchor (`&name`)"));
    assert!(first("title: !News x\n").starts_with("1:8 a tag (`!name`)"));
    assert!(first("id: a\n---\nid: b\n").contains("a second document"));
}

#[test]
fn nothing_that_ends_up_in_a_header_can_end_its_line() {
    for (line, key) in [
        ("title: \"a\\r\\nBcc: x@example.org\"", "title"),
        ("from: { name: \"a\\nb\", email: a@example.org }", "from.name"),
        ("from: { name: a, email: \"a@example.org\\r\\nx\" }", "from.email"),
        ("reply_to: \"a\\0b@example.org\"", "reply_to"),
        ("bounce: \"a@exam\\nple.org\"", "bounce"),
        ("id: \"a.example\\n.org\"", "id"),
        ("language: \"en\\r\\n\"", "language"),
        ("homepage: \"https://example.org/\\r\\nx\"", "homepage"),
        ("postal_address: \"a\\rb\"", "postal_address"),
        (
            "unsubscribe: { url: \"https://example.org/\\u2028\" }",
            "unsubscribe.url",
        ),
        (
            "unsubscribe: { mailto: \"a@example.org>\\r\\n\" }",
            "unsubscribe.mailto",
        ),
        ("lists: { weekly: { title: \"a\\nb\" } }", "lists.weekly.title"),
        ("lists: { \"a\\nb\": }", "lists"),
        ("authors: { a: { name: \"a\\x07b\" } }", "authors.a.name"),
        ("ledger: \"a\\0b\"", "ledger"),
    ] {
        let told = told(&format!("{line}\n"));
        let expected = format!("`{key}`: ");
        assert!(
            told.iter().any(|told| told.contains(&expected)),
            "{line}: {told:?}"
        );
        assert!(
            told.iter().all(|told| !told.contains(['\n', '\r', '\0'])),
            "{line}: {told:?}"
        );
    }
}
