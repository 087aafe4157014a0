//! Sources: lines, columns, and what bytes are text.

use digest_cli::foundation::{DecodeError, Position, Source, Span};
use proptest::prelude::*;

fn at(line: usize, column: usize) -> Position {
    Position { line, column }
}

#[test]
fn columns_are_counted_in_characters_that_a_person_sees() {
    let text = "Әлем e\u{301} 👩‍👩‍👧 x\nsecond";
    let source = Source::new("a.md", text);
    let column = |mark: &str| source.position(text.find(mark).unwrap());
    assert_eq!(column("e\u{301}"), at(1, 6));
    assert_eq!(column("x"), at(1, 10));
    assert_eq!(column("second"), at(2, 1));
}

#[test]
fn every_kind_of_line_end_ends_one_line() {
    let source = Source::new("a.md", "\u{FEFF}a\r\nb\rc\nd");
    assert_eq!(source.text(), "a\nb\nc\nd");
    assert_eq!(source.line_count(), 4);
    let lines: Vec<_> = (1..=4)
        .filter_map(|line| source.line(line))
        .map(|span| span.of(source.text()))
        .collect();
    assert_eq!(lines, ["a", "b", "c", "d"]);
    assert_eq!((source.line(0), source.line(5)), (None, None));
}

#[test]
fn a_text_that_ends_its_last_line_has_an_empty_one_more() {
    let source = Source::new("a.md", "a\n");
    assert_eq!(source.line_count(), 2);
    assert_eq!(source.line(2), Some(Span::at(2)));
    assert_eq!(Source::new("a.md", "").line(1), Some(Span::at(0)));
}

#[test]
fn an_excerpt_counts_lines_as_the_whole_file_does() {
    let source = Source::excerpt("a.md", 10, "a\nb");
    assert_eq!(source.position(2), at(11, 1));
    assert_eq!(source.line(11), Some(Span::new(2, 3)));
    assert_eq!(source.line(9), None);
}

#[test]
fn an_offset_past_the_end_or_inside_a_character_is_still_a_place() {
    let source = Source::new("a.md", "ә\n");
    assert_eq!(source.position(1), at(1, 1));
    assert_eq!(source.position(99), at(2, 1));
}

#[test]
fn what_is_not_utf8_is_told_what_it_is() {
    let decode = |bytes: &[u8]| Source::decode("a.md", bytes.to_vec()).map(|source| source.text().to_owned());
    assert_eq!(decode(b"\xEF\xBB\xBFa\r\n"), Ok("a\n".to_owned()));
    assert_eq!(decode(b"\xFF\xFEa\0"), Err(DecodeError::Utf16));
    assert_eq!(decode(b"\xFE\xFF\0a"), Err(DecodeError::Utf16));
    assert_eq!(decode(b"t\0e\0x\0t\0 \0o\0n\0"), Err(DecodeError::Utf16));
    assert_eq!(
        decode(b"\x7FELF text \0 more text that is long enough"),
        Err(DecodeError::Binary)
    );
    // "Заголовок" in Windows-1251, on the second line.
    let cyrillic = b"# a\n\xC7\xE0\xE3\xEE\xEB\xEE\xE2\xEE\xEA \xE2\xFB\xEF\xF3\xF1\xEA\xE0\n";
    let looks_like = "windows-1251";
    assert_eq!(
        decode(cyrillic),
        Err(DecodeError::OtherEncoding { looks_like, line: 2 })
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_bytes_are_text_or_are_not(bytes in any::<Vec<u8>>()) {
        let _ = Source::decode("a.md", bytes);
    }

    #[test]
    fn every_offset_lies_on_the_line_that_holds_it(text in "[a\nә\r]{0,40}", offset in 0_usize..80) {
        let source = Source::new("a.md", text);
        let offset = offset.min(source.text().len());
        let place = source.position(offset);
        let line = source.line(place.line).ok_or_else(|| TestCaseError::fail("no such line"))?;
        prop_assert!(line.start <= offset && offset <= line.end);
        prop_assert_eq!(source.text()[..line.start].matches('\n').count() + 1, place.line);
    }
}
