//! Lists as spreadsheets and people write them.

use std::collections::BTreeSet;
use std::path::Path;

use digest_cli::subscriber::{List, Status};
use encoding_rs::{Encoding, UTF_8, WINDOWS_1251};

use super::{complaint, csv_rows, file, open, people, told};

#[test]
fn a_row_is_a_person() {
    let rows = csv_rows(
        "Email,Name,Language,Tags,Status,First name\n anna@example.org , Anna Kowalska ,pt_br,\"press; board,press x\",subscribed, Anna \nb@example.org,,,,,\n",
    );
    let people = people(&rows);
    assert_eq!(people[0].address.written(), "anna@example.org");
    assert_eq!(people[0].name, "Anna Kowalska");
    assert_eq!(people[0].language.as_deref(), Some("pt-BR"));
    assert_eq!(people[0].tags, ["press", "board", "x"]);
    assert_eq!(people[0].status, Status::Active);
    assert_eq!(
        people[0].fields.get("first_name").map(String::as_str),
        Some("Anna")
    );
    assert_eq!(
        (
            people[1].name.as_str(),
            people[1].language.as_deref(),
            people[1].tags.len()
        ),
        ("", None, 0)
    );
    assert_eq!(people[1].fields.get("first_name").map(String::as_str), Some(""));
}

/// The text in an encoding, with or without its mark.
fn encoded(text: &str, encoding: &'static Encoding, marked: bool) -> Vec<u8> {
    let mark = if marked { "\u{FEFF}" } else { "" };
    let text = format!("{mark}{text}");
    match encoding.name() {
        "UTF-16LE" => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        "UTF-16BE" => text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
        _ => encoding.encode(&text).0.into_owned(),
    }
}

#[test]
fn delimiter_encoding_and_line_ends_are_found_out() {
    let encodings = [
        (UTF_8, false),
        (UTF_8, true),
        (encoding_rs::UTF_16LE, true),
        (encoding_rs::UTF_16BE, true),
        (encoding_rs::UTF_16LE, false),
        (encoding_rs::UTF_16BE, false),
        (WINDOWS_1251, false),
        (encoding_rs::KOI8_U, false),
    ];
    for delimiter in [",", ";", "\t", "|"] {
        for (encoding, marked) in encodings {
            for line_end in ["\n", "\r\n", "\r"] {
                let text = [
                    "email;name;город",
                    "anna@example.org;Анна Сергеевна Ковальская;Москва",
                    "",
                    "boris@example.org;\"Борис\nИванович; Годунов\";Санкт-Петербург",
                    "vera@example.org;Вера Павловна;Новосибирск",
                ];
                let text = text.join("\n").replace(';', delimiter).replace('\n', line_end);
                let rows = csv_rows(encoded(&text, encoding, marked));
                let case = format!("{delimiter:?} {} {marked} {line_end:?}", encoding.name());
                let people = people(&rows);
                let names: Vec<_> = people.iter().map(|person| person.name.as_str()).collect();
                let boris = format!("Борис Иванович{} Годунов", delimiter.replace('\t', " "));
                assert_eq!(
                    names,
                    ["Анна Сергеевна Ковальская", &boris, "Вера Павловна"],
                    "{case}"
                );
                assert_eq!(
                    people[0].fields.get("gorod").map(String::as_str),
                    Some("Москва"),
                    "{case}"
                );
                let lines: Vec<_> = rows.iter().map(digest_cli::subscriber::Row::line).collect();
                assert_eq!(lines, [2, 4, 6], "{case}");
            }
        }
    }
}

#[test]
fn western_lists_keep_their_accents() {
    let text = "email;name\nzoe@example.org;Zoé Lefèvre\nbjorn@example.org;Björn Åström\n";
    let rows = csv_rows(encoding_rs::WINDOWS_1252.encode(text).0);
    assert_eq!(
        people(&rows)
            .iter()
            .map(|person| person.name.as_str())
            .collect::<Vec<_>>(),
        ["Zoé Lefèvre", "Björn Åström"]
    );
}

#[test]
fn one_bad_byte_in_a_utf8_list_spoils_one_row() {
    let mut bytes = "email,name\na@example.org,Анна Сергеевна\nb@example.org,Zo"
        .as_bytes()
        .to_vec();
    bytes.extend(b"\xE9\nc@example.org,Vera\n");
    assert_eq!(
        told(&csv_rows(bytes)),
        [
            (2, "a@example.org", ""),
            (
                3,
                "b@example.org",
                "the value of `name` holds a character that was lost: write it again, and save the list as UTF-8"
            ),
            (4, "c@example.org", "")
        ]
    );
}

#[test]
fn a_spreadsheet_may_name_its_delimiter() {
    let rows = csv_rows("sep=;\r\nemail;note\r\na@example.org;1,2,3\r\n");
    assert_eq!(
        people(&rows)[0].fields.get("note").map(String::as_str),
        Some("1,2,3")
    );
    assert_eq!(rows[0].line(), 3);
}

#[test]
fn the_address_column_has_many_names() {
    for header in [
        "EMAIL",
        "E-mail",
        "Email Address",
        "address",
        "\"e-mail address\"",
        " email ",
    ] {
        let rows = csv_rows(format!("name,{header}\nAnna,anna@example.org\n"));
        assert_eq!(told(&rows), [(2, "anna@example.org", "")], "{header}");
    }
    let rows = csv_rows("email,address\nanna@example.org,4 Example Street\n");
    assert_eq!(
        people(&rows)[0].fields.get("address").map(String::as_str),
        Some("4 Example Street")
    );
}

#[test]
fn fields_are_named_as_slots_write_them() {
    let list = open(
        "a.csv",
        "email,First name,lastName,Город,2nd,,a.b--c,name\n".as_bytes(),
    )
    .expect("a list");
    assert_eq!(
        list.fields(),
        [
            "first_name",
            "last_name",
            "gorod",
            "field_2nd",
            "column_6",
            "a_b_c"
        ]
    );
}

#[test]
fn a_header_that_makes_no_list_is_told() {
    for (text, message, hint) in [
        (
            "",
            "`subscribers/a.csv` is empty",
            "its first row names the columns: write `email,name`",
        ),
        (
            "\n \n",
            "`subscribers/a.csv` is empty",
            "its first row names the columns: write `email,name`",
        ),
        (
            "\nemial,name\n",
            "subscribers/a.csv:2: there is no column `email`",
            "rename the column `emial` to `email`",
        ),
        (
            "name;city\n",
            "subscribers/a.csv:1: there is no column `email`",
            "name the column that holds the addresses `email`; the columns are `name`, `city`",
        ),
        (
            "anna@example.org,Anna\n",
            "subscribers/a.csv:1: there is no column `email`",
            "the first row names the columns, and this one holds `anna@example.org`: put a row such as `email,name` above it",
        ),
        (
            "email,First name,first-name\n",
            "subscribers/a.csv:1: columns 2 and 3 are both named `first_name`",
            "give each column a name of its own; capitals, spaces and accents do not tell them apart",
        ),
        (
            "email,\"name\n",
            "subscribers/a.csv:1: the first row, which names the columns, has a quotation mark that is never closed",
            "write a row such as `email,name`",
        ),
        (
            "PK\u{3}\u{4} and so on",
            "`subscribers/a.csv` is a spreadsheet, not CSV",
            "open it and save it as CSV (UTF-8)",
        ),
    ] {
        assert_eq!(
            complaint("a.csv", text),
            (message.to_owned(), hint.to_owned()),
            "{text:?}"
        );
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let failure =
        List::read(Path::new("/nowhere/a.csv"), Path::new("subscribers/a.csv")).expect_err("no file");
    assert_eq!(failure.message, "there is no list `subscribers/a.csv`");
    let failure = List::read(Path::new("/"), Path::new("subscribers")).expect_err("a folder");
    assert_eq!(failure.message, "`subscribers` is a folder, not a list");
}

#[test]
fn rows_of_no_use_say_why() {
    let long = "x".repeat(1001);
    for (row, written, reason) in [
        (",Anna,", "", "there is no address"),
        ("anna,Anna,", "anna", "there is no `@`"),
        ("a@example,Anna,", "a@example", "the domain has no dot"),
        (
            "a@example.org,Anna",
            "a@example.org",
            "the row has 2 cells, the first row 3: write `,` for an empty one too",
        ),
        (
            "a@example.org,Kowalska, Anna,",
            "a@example.org",
            "the row has 4 cells, the first row 3: a value that holds `,` goes in quotation marks",
        ),
        (
            "a@example.org,Anna,unsubscribd",
            "a@example.org",
            "`unsubscribd` is no status: did you mean `unsubscribed`?",
        ),
        (
            "a@example.org,Anna,x",
            "a@example.org",
            "`x` is no status: write `active`, `unsubscribed`, `bounced` or `pending`",
        ),
        (
            "\"a@exam\nple.org\",Anna,",
            "a@exam ple.org",
            "the address holds a control character (U+000A)",
        ),
        (
            "a@example.org\0,Anna,",
            "a@example.org",
            "the address holds a control character (U+0000)",
        ),
        (
            "a@example.org,\"Anna,",
            "a@example.org",
            "a quotation mark opens a cell and none closes it",
        ),
        (
            &format!("a@example.org,{long},"),
            "a@example.org",
            "the value of `name` is longer than 1000 characters",
        ),
    ] {
        let text = format!("email,name,status\n{row}\nlast@example.org,,\n");
        let rows = csv_rows(text);
        let last = told(&rows);
        assert_eq!(last[0], (2, written, reason), "{row}");
        assert_eq!(last.len(), 2, "{row}");
        assert_eq!(last[1].1, "last@example.org", "{row}");
    }
}

#[test]
fn a_long_line_is_one_row() {
    let rows = csv_rows(format!(
        "email,name\n{}\nb@example.org,B\n",
        "x".repeat(3_000_000)
    ));
    assert_eq!(
        told(&rows),
        [
            (2, "", "the line is longer than 256 KB"),
            (3, "b@example.org", "")
        ]
    );
}

#[test]
fn nothing_in_a_value_starts_a_new_line() {
    let rows = csv_rows("email,name,note\na@example.org,\"Anna\r\nBcc: x@example.org\",a\u{2028}b\u{7}c\n");
    let people = people(&rows);
    assert_eq!(people[0].name, "Anna Bcc: x@example.org");
    assert_eq!(people[0].fields.get("note").map(String::as_str), Some("a b c"));
}

#[test]
fn a_stray_quotation_mark_takes_no_other_row_along() {
    let rows = csv_rows(
        "email,name\na@example.org,\"Anna\nb@example.org,Boris\nc@example.org,\"Vera\nd@example.org,Gleb\n",
    );
    let reason = "a quotation mark opens a cell and none closes it";
    assert_eq!(
        told(&rows),
        [
            (2, "a@example.org", reason),
            (3, "b@example.org", ""),
            (4, "c@example.org", reason),
            (5, "d@example.org", "")
        ]
    );
}

#[test]
fn statuses_are_words() {
    let rows = csv_rows(
        "email,status\na@example.org,Active\nb@example.org,UNSUBSCRIBED\nc@example.org, bounced \nd@example.org,pending\ne@example.org,\n",
    );
    let statuses: Vec<_> = people(&rows).iter().map(|person| person.status).collect();
    assert_eq!(
        statuses,
        [
            Status::Active,
            Status::Unsubscribed,
            Status::Bounced,
            Status::Pending,
            Status::Active
        ]
    );
}

#[test]
fn empty_rows_are_none() {
    let rows = csv_rows("email,name\n,\na@example.org,\n\"\",  \n\n   \nb@example.org,B");
    assert_eq!(told(&rows), [(3, "a@example.org", ""), (7, "b@example.org", "")]);
}

#[test]
fn lines_can_be_shown() {
    let text = encoded(
        "email,name\r\na@example.org,Анна\r\nbad,Борис\r\n",
        encoding_rs::UTF_16LE,
        true,
    );
    let (_folder, path) = file("a.csv", &text);
    let found =
        List::excerpts(&path, Path::new("subscribers/a.csv"), &BTreeSet::from([1, 3, 9])).expect("lines");
    let shown: Vec<_> = found
        .iter()
        .map(|(number, source)| (*number, source.text(), source.first_line()))
        .collect();
    assert_eq!(shown, [(1, "email,name", 1), (3, "bad,Борис", 3)]);
}

#[test]
fn the_sample_of_this_repository_is_sound() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("subscribers/weekly.csv");
    let rows: Vec<_> = List::read(&path, &path)
        .expect("a list")
        .collect::<Result<_, _>>()
        .expect("rows");
    assert!(rows.len() > 20);
    assert_eq!(people(&rows).len(), rows.len(), "{:?}", told(&rows));
}
