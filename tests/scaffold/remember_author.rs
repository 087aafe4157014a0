//! An author put into digest.yaml.

use std::fs;

use digest_cli::publication::Author;
use digest_cli::scaffold::remember_author;

use crate::support::TestPublication;

const HEAD: &str = "id: weekly.example.org   # our domain\ntitle: Our Weekly\nfrom: { name: Our Weekly, email: weekly@example.org }\n";

fn author() -> Author {
    Author {
        name: "Anna O'Neil".to_owned(),
        affiliation: Some("Here: \"there\"".to_owned()),
    }
}

const ENTRY: &str = r#"anna: { name: "Anna O'Neil", affiliation: "Here: \"there\"" }"#;

/// The file after Anna was added to `HEAD` and `rest`; the publication knows her then.
#[track_caller]
fn after(rest: &str) -> String {
    let publication = TestPublication::with_config(&format!("{HEAD}{rest}"));
    remember_author(&publication.open(), "anna", &author()).expect("there is a place for her");
    assert_eq!(publication.open().config.author("anna"), Some(&author()));
    let text = fs::read_to_string(publication.path("digest.yaml")).expect("it is there");
    text.strip_prefix(HEAD).expect("the head is as it was").to_owned()
}

#[test]
fn she_stands_below_the_others_and_comments_stay() {
    let before = "authors:\n    # The founders.\n    bob: { name: Bob }   # left in May\n    eva:\n        name: Eva\n\n# Lists.\nlists: {}\n";
    let expected = format!(
        "authors:\n    # The founders.\n    bob: {{ name: Bob }}   # left in May\n    eva:\n        name: Eva\n    {ENTRY}\n\n# Lists.\nlists: {{}}\n"
    );
    assert_eq!(after(before), expected);
}

#[test]
fn a_file_without_authors_gets_them() {
    assert_eq!(after(""), format!("\nauthors:\n  {ENTRY}\n"));
    assert_eq!(
        after("language: en"),
        format!("language: en\n\nauthors:\n  {ENTRY}\n")
    );
    assert_eq!(
        after("authors:   # nobody yet\nlanguage: en\n"),
        format!("authors:   # nobody yet\n  {ENTRY}\nlanguage: en\n")
    );
}

#[test]
fn braces_take_one_more() {
    assert_eq!(after("authors: {}\n"), format!("authors: {{ {ENTRY} }}\n"));
    assert_eq!(
        after("authors: { bob: { name: Bob } }\n"),
        format!("authors: {{ bob: {{ name: Bob }}, {ENTRY} }}\n")
    );
}

#[test]
fn line_ends_stay_those_of_the_file() {
    let text = after("authors:\r\n  bob: { name: Bob }\r\nlanguage: en\r\n");
    assert_eq!(
        text,
        format!("authors:\r\n  bob: {{ name: Bob }}\r\n  {ENTRY}\r\nlanguage: en\r\n")
    );
}

#[test]
fn where_it_is_not_safe_nothing_is_written_and_the_line_is_told() {
    let config = format!("{HEAD}authors:\n  anna: {{ name: Another Anna }}\n");
    let publication = TestPublication::with_config(&config);
    let failure = remember_author(&publication.open(), "anna", &author()).expect_err("the key is taken");
    assert_eq!(
        failure.message,
        "the author cannot be added to digest.yaml safely"
    );
    assert_eq!(
        failure.hints,
        [format!("add this line under `authors:` yourself: `{ENTRY}`")]
    );
    assert_eq!(
        fs::read_to_string(publication.path("digest.yaml")).expect("it is there"),
        config
    );
}
