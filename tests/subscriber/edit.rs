//! Lists changed: everything else stays byte for byte.

use std::path::Path;

use digest_cli::foundation::Address;
use digest_cli::subscriber::{List, ListFile, NewSubscriber, Row};

use super::file;

fn address(text: &str) -> Address {
    Address::parse(text).expect("an address")
}

fn vera() -> NewSubscriber {
    NewSubscriber {
        name: "Vera \"V\", Pavlovna\r\n".to_owned(),
        tags: vec!["press".to_owned(), "board".to_owned()],
        ..NewSubscriber::new(address("vera@example.org"))
    }
}

/// The file after a change, and what the change came to.
fn changed<T>(name: &str, before: &[u8], change: impl Fn(&ListFile) -> T) -> (Vec<u8>, T) {
    let (_folder, path) = file(name, before);
    let outcome = change(&ListFile::new(&path, &Path::new("subscribers").join(name)));
    (std::fs::read(&path).expect("the file"), outcome)
}

fn appended(name: &str, before: &str, subscriber: &NewSubscriber) -> Result<String, (String, String)> {
    let (after, outcome) = changed(name, before.as_bytes(), |list| list.append(subscriber));
    let after = String::from_utf8(after).expect("UTF-8");
    match outcome {
        Ok(()) => Ok(after),
        Err(failure) => {
            assert_eq!(after, before);
            Err((failure.message, failure.hints.concat()))
        }
    }
}

fn removed(name: &str, before: &str, gone: &str) -> (String, usize) {
    let (after, outcome) = changed(name, before.as_bytes(), |list| {
        list.remove(&address(gone).canonical())
    });
    (
        String::from_utf8(after).expect("UTF-8"),
        outcome.expect("a change"),
    )
}

#[test]
fn a_row_is_added_as_the_others_are_written() {
    let row = "vera@example.org,\"Vera \"\"V\"\", Pavlovna\",press board";
    for (before, added) in [
        ("email,name,tags\n", format!("{row}\n")),
        ("email,name,tags", format!("\n{row}\n")),
        ("email,name,tags\r\na@example.org,A,\r\n", format!("{row}\r\n")),
        (
            "\u{FEFF}email,name,tags\n\"a@example.org\",  A ,",
            format!("\n{row}\n"),
        ),
        (
            "tags;x;email;name\n",
            "press board;;vera@example.org;\"Vera \"\"V\"\", Pavlovna\"\n".to_owned(),
        ),
        (
            "Name\tE-mail\tTags\n",
            "\"Vera \"\"V\"\", Pavlovna\"\tvera@example.org\tpress board\n".to_owned(),
        ),
    ] {
        assert_eq!(
            appended("a.csv", before, &vera()),
            Ok(format!("{before}{added}")),
            "{before:?}"
        );
    }
}

#[test]
fn a_list_that_is_not_there_is_made() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut subscriber = vera();
    subscriber.fields.insert("city".to_owned(), "Riga".to_owned());
    for name in ["a.csv", "b.yaml"] {
        let path = folder.path().join("subscribers").join(name);
        ListFile::new(&path, Path::new(name))
            .append(&subscriber)
            .expect("a list");
        let rows: Vec<_> = List::read(&path, Path::new(name))
            .expect("a list")
            .collect::<Result<_, _>>()
            .expect("rows");
        let [
            Row::Usable {
                subscriber: found, ..
            },
        ] = rows.as_slice()
        else {
            panic!("{rows:?}")
        };
        assert_eq!(
            (found.name.as_str(), found.tags.len()),
            ("Vera \"V\", Pavlovna", 2)
        );
        assert_eq!(found.fields.get("city").map(String::as_str), Some("Riga"));
    }
}

#[test]
fn who_is_on_the_list_is_not_added_again() {
    assert_eq!(
        appended("a.csv", "email,name,tags\nVERA@example.org,,\n", &vera()),
        Err((
            "subscribers/a.csv:2: `vera@example.org` is on the list already".to_owned(),
            String::new()
        ))
    );
    let (message, hint) = appended(
        "a.yaml",
        "- { email: vera@example.org, status: unsubscribed }\n",
        &vera(),
    )
    .expect_err("a refusal");
    assert_eq!(
        message,
        "subscribers/a.yaml:1: `vera@example.org` is on the list already"
    );
    assert_eq!(
        hint,
        "its status there is `unsubscribed`: change that line if it should get mail again"
    );
}

#[test]
fn a_value_without_a_column_is_not_lost() {
    assert_eq!(
        appended("a.csv", "email,name\n", &vera()),
        Err((
            "`subscribers/a.csv` has no column `tags`".to_owned(),
            "add `tags` to its first row and a cell to every other, or leave the value out".to_owned()
        ))
    );
    let mut odd = vera();
    odd.fields.insert("First name".to_owned(), "V".to_owned());
    assert_eq!(
        appended("a.csv", "email,name,tags\n", &odd),
        Err((
            "`First name` is not the name of a field".to_owned(),
            "write `first_name`".to_owned()
        ))
    );
}

#[test]
fn another_encoding_is_refused_and_left() {
    let (bytes, ..) = encoding_rs::WINDOWS_1251.encode("email,name,tags\na@example.org,Анна Сергеевна,\n");
    let (after, outcome) = changed("a.csv", &bytes, |list| list.append(&vera()));
    assert_eq!(after, bytes.as_ref());
    let failure = outcome.expect_err("a refusal");
    assert_eq!(
        failure.message,
        "`subscribers/a.csv`: the file is not UTF-8 (line 2); it looks like windows-1251"
    );
}

#[test]
fn a_row_is_taken_out_and_nothing_else() {
    let before = "\u{FEFF}email,name\r\n\r\na@example.org, A \r\n\"B@example.org\",\"two\r\nlines\"\r\nbad row\r\nb@EXAMPLE.org,again\r\nc@example.org,C";
    let after = "\u{FEFF}email,name\r\n\r\na@example.org, A \r\nbad row\r\nc@example.org,C";
    assert_eq!(removed("a.csv", before, "b@example.org"), (after.to_owned(), 2));
    assert_eq!(
        removed("a.csv", before, "nobody@example.org"),
        (before.to_owned(), 0)
    );
    assert_eq!(
        removed("a.csv", "email\na@example.org", "a@example.org"),
        ("email\n".to_owned(), 1)
    );
}

#[test]
fn yaml_entries_come_and_go_as_text() {
    let entry =
        "- { email: \"vera@example.org\", name: \"Vera \\\"V\\\", Pavlovna\", tags: [\"press\", \"board\"] }";
    for (before, after) in [
        ("", format!("{entry}\n")),
        ("# ours\n[]\n", format!("# ours\n{entry}\n")),
        (
            "# ours\n- a@example.org # A",
            format!("# ours\n- a@example.org # A\n{entry}\n"),
        ),
        (
            "  - email: a@example.org\n    name: A\n",
            format!("  - email: a@example.org\n    name: A\n  {entry}\n"),
        ),
        ("- a@example.org\r\n", format!("- a@example.org\r\n{entry}\r\n")),
    ] {
        assert_eq!(appended("a.yaml", before, &vera()), Ok(after), "{before:?}");
    }
    let before = "# ours\r\n- a@example.org\r\n# the next is B\r\n- email: b@example.org\r\n  name: B\r\n# C\r\n- { email: c@example.org }";
    let after = "# ours\r\n- a@example.org\r\n# the next is B\r\n# C\r\n- { email: c@example.org }";
    assert_eq!(removed("a.yaml", before, "B@example.org"), (after.to_owned(), 1));
    assert_eq!(
        removed("a.yaml", "- a@example.org\n", "a@example.org"),
        (String::new(), 1)
    );
}

#[test]
fn yaml_on_one_line_is_left_to_its_writer() {
    let (message, hint) =
        appended("a.yaml", "[a@example.org, b@example.org]\n", &vera()).expect_err("a refusal");
    assert_eq!(
        message,
        "`subscribers/a.yaml` was left as it is: its entries do not stand on lines of their own"
    );
    assert_eq!(hint, "change the file in your editor");
}
