//! Nothing that a digest.yaml can hold makes the program panic, and every finding lies in the file.

use std::sync::Arc;

use digest_cli::foundation::Source;
use digest_cli::publication::Config;
use proptest::prelude::*;

use super::given::FULL;

fn every_finding_lies_in_the_file(text: &str) {
    let source = Arc::new(Source::new("digest.yaml", text));
    let Err(findings) = Config::read(&source) else {
        return;
    };
    assert!(!findings.is_empty(), "{text:?}");
    for finding in findings {
        let shown = finding.location.source.text();
        assert_eq!(shown.len(), source.text().len());
        assert!(
            shown
                .get(finding.location.span.start..finding.location.span.end)
                .is_some(),
            "{finding:?}"
        );
        assert!(
            !finding.message.chars().any(char::is_control),
            "{:?}",
            finding.message
        );
    }
}

#[test]
fn deep_nesting_and_long_lines_are_plain_errors() {
    for text in [
        "[".repeat(200_000),
        "{".repeat(200_000),
        "- ".repeat(200_000),
        "a: ".repeat(100_000),
        "? ".repeat(100_000),
        "x".repeat(1_000_000),
        format!("title: {}\n", "ә".repeat(500_000)),
        format!("{}: 1\n", "k".repeat(2_000)),
        (0..20_000)
            .map(|key| format!("k{key}: 1\n"))
            .collect::<Vec<_>>()
            .concat(),
        format!("authors: {{ {} }}\n", "a: { name: b }, ".repeat(10_000)),
        "\u{FEFF}\u{FEFF}a: b".to_owned(),
        "a: \"\\uD800\"".to_owned(),
        "%YAML 9.9\n---\na: b".to_owned(),
    ] {
        every_finding_lies_in_the_file(&text);
    }
}

#[test]
fn every_beginning_of_a_good_file_is_read_or_refused() {
    for end in (0..FULL.len()).filter(|end| FULL.is_char_boundary(*end)) {
        every_finding_lies_in_the_file(&FULL[..end]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        every_finding_lies_in_the_file(&text);
    }

    #[test]
    fn any_text_of_yaml_marks_is_read_or_refused(text in "[-:?{}\\[\\],&*!|>'\"%@` \n\ta#~әид0.]{0,80}") {
        every_finding_lies_in_the_file(&text);
    }

    #[test]
    fn a_good_file_with_a_part_replaced_is_read_or_refused(
        at in any::<prop::sample::Index>(),
        length in 0_usize..40,
        put in prop_oneof!["[-:{}\\[\\],&*!|>'\"\\\\%@` \n\tә#]{0,6}", any::<String>(), "password: [a-z]{1,9}\n"],
    ) {
        let cut = |offset: usize| (0..=offset).rev().find(|at| FULL.is_char_boundary(*at)).unwrap_or(0);
        let start = cut(at.index(FULL.len()));
        let end = cut((start + length).min(FULL.len()));
        every_finding_lies_in_the_file(&format!("{}{put}{}", &FULL[..start], &FULL[end..]));
    }
}
