//! Lists that nobody wrote by hand.

use std::path::Path;

use digest_cli::foundation::Address;
use digest_cli::subscriber::{List, ListFile, NewSubscriber, Row, Subscriber};
use proptest::prelude::*;

use super::{csv_rows, file, open, told};

fn assert_harmless(person: &Subscriber) {
    let values = [person.address.written(), person.name.as_str()].into_iter();
    let values = values
        .chain(person.fields.values().map(String::as_str))
        .chain(person.tags.iter().map(String::as_str));
    for value in values {
        assert!(
            !value.contains(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')),
            "{value:?}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn any_bytes_are_rows_or_a_failure(bytes in prop::collection::vec(any::<u8>(), 0..200), head in prop::sample::select(vec!["", "email,name\n", "email;x\n\"", "sep=|\nemail|x\n"])) {
        for name in ["a.csv", "a.yaml"] {
            let mut text = head.as_bytes().to_vec();
            text.extend(&bytes);
            if let Ok(list) = open(name, &text) {
                for row in list {
                    if let Row::Usable { subscriber, .. } = row.expect("a row") {
                        assert_harmless(&subscriber);
                    }
                }
            }
        }
    }

    #[test]
    fn each_row_comes_out_as_one(cells in prop::collection::vec(("[a-z]{1,8}", "[\\PC&&[^\u{FFFD}]]{0,12}", "[\n\r,;\"\\PC]{0,10}"), 0..12), delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']), crlf in any::<bool>()) {
        let terminator = if crlf { csv::Terminator::CRLF } else { csv::Terminator::Any(b'\n') };
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).terminator(terminator).from_writer(Vec::new());
        writer.write_record(["email", "name", "note"]).expect("a header");
        for (local, name, note) in &cells {
            // What seems to be a row of its own inside a cell is taken for one, by design.
            let address = format!("{local}@example.org");
            writer.write_record([address.as_str(), name, &note.replace(['@', '\u{FFFD}'], "")]).expect("a row");
        }
        let rows = csv_rows(writer.into_inner().expect("bytes"));
        prop_assert_eq!(rows.len(), cells.len(), "{:?}", told(&rows));
        for (row, (local, name, note)) in rows.iter().zip(&cells) {
            let Row::Usable { subscriber, .. } = row else { panic!("{row:?}") };
            prop_assert_eq!(subscriber.address.local(), local);
            let plain = |text: &str| text.replace("\r\n", " ").replace(|c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}'), " ").trim().to_owned();
            prop_assert_eq!(&subscriber.name, &plain(name));
            prop_assert_eq!(subscriber.fields.get("note"), Some(&plain(&note.replace(['@', '\u{FFFD}'], ""))));
        }
    }

    #[test]
    fn lines_without_quotes_are_one_row_each(lines in prop::collection::vec("[a-c@.,;\\PC&&[^\"]]{0,20}", 0..20)) {
        let text = format!("email,name\n{}\n", lines.join("\n"));
        let expected = lines.iter().filter(|line| line.split(',').any(|cell| !cell.trim().is_empty())).count();
        prop_assert_eq!(csv_rows(text).len(), expected);
    }

    #[test]
    fn whoever_is_added_is_found_and_can_be_removed(name in "[^\n\u{FFFD}]{0,20}", note in any::<String>(), yaml in any::<bool>()) {
        let (file_name, before) = if yaml { ("a.yaml", "# ours\n- a@example.org\n") } else { ("a.csv", "email;name;note\na@example.org;\"x\ny\";\n") };
        let (_folder, path) = file(file_name, before.as_bytes());
        let list = ListFile::new(&path, Path::new(file_name));
        let mut subscriber = NewSubscriber::new(Address::parse("b@example.org").expect("an address"));
        subscriber.name = name;
        subscriber.fields.insert("note".to_owned(), note.chars().filter(|c| *c != '\u{FFFD}').take(300).collect());
        list.append(&subscriber).expect("a change");
        let rows: Vec<Row> = List::read(&path, Path::new(file_name)).expect("a list").collect::<Result<_, _>>().expect("rows");
        prop_assert_eq!(rows.len(), 2);
        prop_assert!(rows[1].is(&subscriber.address.canonical()), "{:?}", rows);
        prop_assert_eq!(list.remove(&subscriber.address.canonical()).expect("a change"), 1);
        prop_assert_eq!(std::fs::read_to_string(&path).expect("the file"), before);
    }
}
