//! The rule `draft-unreadable`.

use crate::check::{NOTHING, found_in};
use crate::support::{TestPublication, good_draft};

#[test]
fn fires_at_a_file_in_an_old_encoding_and_says_how_to_convert_it() {
    let cyrillic = b"---\nid: a\n---\n\xcf\xf0\xe8\xe2\xe5\xf2 \xec\xe8\xf0, \xfd\xf2\xee \xf0\xf3\xf1\xf1\xea\xe8\xe9 \xf2\xe5\xea\xf1\xf2\n";
    let findings = found_in(&TestPublication::new().file("drafts/a.md", cyrillic));
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(
        findings[0].starts_with("drafts/a.md:1:1 error draft-unreadable: the file is not UTF-8 (line 4); it looks like windows-1251 -- "),
        "{findings:?}"
    );
    assert!(findings[0].contains("iconv -f windows-1251"), "{findings:?}");
}

#[test]
fn fires_at_utf_16_and_at_what_is_no_text() {
    for (bytes, message) in [
        (b"\xff\xfe#\0 \0a\0".as_slice(), "the file is UTF-16, not UTF-8"),
        (
            b"PK\x03\x04 \0\0 a word processor's file".as_slice(),
            "the file is binary, not text",
        ),
    ] {
        let findings = found_in(&TestPublication::new().file("drafts/a.md", bytes));
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].contains(message), "{findings:?}");
    }
}

#[test]
fn quiet_for_a_byte_order_mark_and_line_ends_of_any_kind() {
    let draft = format!("\u{FEFF}{}", good_draft().replace('\n', "\r\n"));
    assert_eq!(found_in(&TestPublication::new().draft(&draft)), NOTHING);
}
