//! Lists written in YAML.

use super::{complaint, open, people, rows, told};

#[test]
fn entries_are_people() {
    let text = "# our friends\n- { email: anna@example.org, name: Анна, tags: [press, board], City: Москва, since: 2019 }\n- boris@example.org\n\
                -\n  e-mail: vera@example.org\n  status: pending\n  tags: a b\n";
    let rows = rows("friends.yaml", text.as_bytes());
    assert_eq!(
        told(&rows),
        [
            (2, "anna@example.org", ""),
            (3, "boris@example.org", ""),
            (5, "vera@example.org", "")
        ]
    );
    let people = people(&rows);
    assert_eq!(people[0].tags, ["press", "board"]);
    assert_eq!(people[0].fields.get("since").map(String::as_str), Some("2019"));
    assert_eq!(people[2].tags, ["a", "b"]);
    assert!(!people[2].status.gets_mail());
    assert_eq!(
        open("friends.yml", text.as_bytes()).expect("a list").fields(),
        ["city", "since"]
    );
}

#[test]
fn entries_of_no_use_say_why() {
    for (entry, written, reason) in [
        ("{ name: Anna }", "", "there is no address"),
        ("{ email: anna }", "anna", "there is no `@`"),
        (
            "[a@example.org]",
            "",
            "it is a list, and must be a map such as `{ email: … }`",
        ),
        ("", "", "it is nothing, and must be a map such as `{ email: … }`"),
        (
            "{ email: a@example.org, City: A, city: B }",
            "a@example.org",
            "the key `city` stands twice",
        ),
        (
            "{ email: a@example.org, city: { a: b } }",
            "a@example.org",
            "`city` must be a single value",
        ),
        (
            "{ email: \"a@example.org\\r\\nx\" }",
            "a@example.org x",
            "the address holds a control character (U+000D)",
        ),
        (
            "{ email: a@example.org, '!': b }",
            "a@example.org",
            "one of its keys is no name",
        ),
    ] {
        let rows = rows(
            "a.yaml",
            format!("- b@example.org\n- {entry}\n- c@example.org\n").as_bytes(),
        );
        let found = told(&rows);
        assert_eq!(found.len(), 3, "{entry}");
        assert_eq!((found[1].1, found[1].2), (written, reason), "{entry}");
    }
}

#[test]
fn what_is_no_list_is_told() {
    let hint = "write each subscriber as `- { email: anna@example.org, name: Anna }`";
    let (message, hints) = complaint("a.yaml", "subscribers:\n  - a@example.org\n");
    assert_eq!(
        (message.as_str(), hints.as_str()),
        (
            "subscribers/a.yaml:1: a list of subscribers begins each with `- `, and this is a map of keys",
            hint
        )
    );
    let (message, _) = complaint("a.yaml", "- a@example.org\n- { email: \n");
    assert!(message.starts_with("subscribers/a.yaml:"), "{message}");
    let (message, hints) = complaint("a.yaml", b"\xFF\xFE-\0 \0");
    assert_eq!(
        (message.as_str(), hints.as_str()),
        (
            "`subscribers/a.yaml`: the file is UTF-16, not UTF-8",
            "save it as UTF-8"
        )
    );
    assert!(rows("a.yaml", b"").is_empty());
    assert!(rows("a.yaml", b"[]\n").is_empty());
}
