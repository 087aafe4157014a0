//! The rule `unsubscribe-missing`.

use crate::check::{NOTHING, found_there};
use crate::support::{HOUSE_STYLE, TestPublication};

/// What is found where digest.yaml ends so.
fn with_end(end: &str) -> Vec<String> {
    found_there(
        "unsubscribe-missing",
        &TestPublication::with_config(&format!("{HOUSE_STYLE}{end}")),
    )
}

#[test]
fn fires_where_nothing_is_said() {
    assert_eq!(
        with_end(""),
        [
            "digest.yaml:1:1 warning unsubscribe-missing: nothing says how readers leave -- \
          write `unsubscribe: { mailto: unsubscribe@… }`, and a `url` too where you have a page for it"
        ]
    );
    let findings = with_end("unsubscribe: { one_click: false }\n");
    assert!(findings[0].starts_with("digest.yaml:16:"), "{findings:?}");
}

#[test]
fn quiet_for_either_way() {
    assert_eq!(
        with_end("unsubscribe: { mailto: unsubscribe@example.org }\n"),
        NOTHING
    );
    assert_eq!(
        with_end("unsubscribe: { url: \"https://news.example.org/u\" }\n"),
        NOTHING
    );
}
