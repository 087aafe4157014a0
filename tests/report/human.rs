//! Findings drawn for people.

use std::path::Path;
use std::sync::Arc;

use digest_cli::foundation::{Diagnostic, Location, Severity, Source, Span};
use digest_cli::report::{Look, human};
use proptest::prelude::*;

use super::{finding_at, written};

fn drawn(found: &Diagnostic, width: u16) -> String {
    let look = Look {
        color: false,
        width: Some(width),
        linked_from: None,
    };
    written(|out| human(std::slice::from_ref(found), look, out))
}

#[test]
fn a_finding_is_drawn_as_compilers_draw_it() {
    let found = finding_at("---\nid: a\n---\n# Title\n\n## Cultre\n", "Cultre");
    assert_eq!(
        drawn(&found, 80),
        "\
error[some-rule]: `Cultre` is wrong
 --> drafts/a.md:6:4
  |
6 | ## Cultre
  |    ^^^^^^
  |
  = help: write it better

1 error in 1 file
"
    );
}

#[test]
fn a_long_line_is_cut_around_the_place_and_keeps_its_column() {
    let text = format!(
        "{}here it is {}",
        "some words before ".repeat(60),
        "and some after ".repeat(60)
    );
    assert_eq!(
        drawn(&finding_at(&text, "here it is"), 60),
        "\
error[some-rule]: `here it is` is wrong
 --> drafts/a.md:1:1081
  |
1 | …words before here it is and some after and some after…
  |               ^^^^^^^^^^
  |
  = help: write it better

1 error in 1 file
"
    );
}

#[test]
fn a_place_longer_than_the_line_shows_its_beginning() {
    let text = format!("- {}", "word ".repeat(200));
    let drawn = drawn(&finding_at(&text, &"word ".repeat(200)), 40);
    assert!(
        drawn.contains("\n1 | - word word word word word word wo…\n  |   ^^^^"),
        "{drawn}"
    );
    assert!(
        drawn
            .lines()
            .all(|line| !line.contains('|') || line.chars().count() <= 41),
        "{drawn}"
    );
}

#[test]
fn wide_characters_tabs_and_combining_marks_are_marked_where_they_stand() {
    assert!(drawn(&finding_at("日本語 TK", "TK"), 80).contains("1 | 日本語 TK\n  |        ^^\n"));
    assert!(drawn(&finding_at("a\tTK", "TK"), 80).contains("1 | a    TK\n  |      ^^\n"));
    assert!(drawn(&finding_at("e\u{301}te\u{301} TK", "TK"), 80).contains(":1:5\n"));
    assert!(drawn(&finding_at("e\u{301}te\u{301} TK", "TK"), 80).contains("  |     ^^\n"));
}

#[test]
fn what_a_file_holds_cannot_move_the_cursor() {
    let drawn = drawn(&finding_at("a \u{1b}[2J TK \u{202e}", "\u{1b}[2J TK"), 80);
    assert!(
        !drawn.contains('\u{1b}') && !drawn.contains('\u{202e}'),
        "{drawn:?}"
    );
}

#[test]
fn colour_is_only_there_where_it_is_asked_for() {
    let found = finding_at("TK", "TK");
    let look = Look {
        color: true,
        width: None,
        linked_from: None,
    };
    assert!(written(|out| human(std::slice::from_ref(&found), look, out)).contains("\u{1b}["));
    assert!(!written(|out| human(&[found], Look::default(), out)).contains("\u{1b}["));
}

#[test]
fn a_file_without_text_is_named_alone() {
    let source = Arc::new(Source::new("drafts/a.md", ""));
    let found = Diagnostic::error("draft-unreadable", Location::new(&source, Span::at(0)), "no text");
    assert_eq!(
        drawn(&found, 80),
        "error[draft-unreadable]: no text\n--> drafts/a.md\n\n1 error in 1 file\n"
    );
}

#[test]
fn the_last_line_sums_up() {
    let mut warning = finding_at("TK", "TK");
    warning.severity = Severity::Warning;
    let findings = [finding_at("TK", "TK"), finding_at("TK", "TK"), warning];
    let text = written(|out| human(&findings, Look::default(), out));
    assert_eq!(text.lines().last(), Some("2 errors, 1 warning in 1 file"));
    assert_eq!(written(|out| human(&[], Look::default(), out)), "");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn any_place_in_any_text_can_be_drawn(text in "(\\PC|[\\t\\n\u{301}\u{200d}日🏳️‍🌈]){0,200}", from: prop::sample::Index, to: prop::sample::Index, width in 0_u16..200) {
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let (from, to) = (boundaries[from.index(boundaries.len())], boundaries[to.index(boundaries.len())]);
        let source = Arc::new(Source::new("drafts/a.md", text));
        let location = Location::new(&source, Span::new(from.min(to), to.max(from)));
        let position = location.position();
        let text = drawn(&Diagnostic::error("some-rule", location, "wrong"), width);
        if !source.text().is_empty() {
            let expected = format!("--> drafts/a.md:{}:{}\n", position.line, position.column);
            prop_assert!(text.contains(&expected), "{}", text);
        }
    }
}

#[test]
fn a_place_opens_its_file_where_the_terminal_follows_links() {
    let look = Look {
        linked_from: Some(Path::new("/home/me/our weekly")),
        ..Look::default()
    };
    let found = finding_at("# Title\nTK\n", "TK");
    let text = written(|out| human(std::slice::from_ref(&found), look, out));
    let place = text.lines().nth(1).expect("the place follows the message");
    assert!(place.starts_with(" --> \u{1b}]8;;file://"), "{place:?}");
    let end = "/home/me/our%20weekly/drafts/a.md\u{1b}\\drafts/a.md:2:1\u{1b}]8;;\u{1b}\\";
    assert!(place.ends_with(end), "{place:?}");
}
