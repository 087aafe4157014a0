//! The rule `long-sentence`.

use crate::check::{NOTHING, found, found_in, found_of, with_paragraph};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use crate::support::{HOUSE_STYLE, TestPublication, good_draft};

/// A draft whose first bullet has one sentence of so many words.
fn with_words(words: usize) -> String {
    let sentence = format!("- The{} end.", " long".repeat(words - 2));
    good_draft().replacen(
        "- The first note on politics says who did what, and why it matters to readers.",
        &sentence,
        1,
    )
}

/// What is found but the length of the bullet, which is another rule's.
fn of_sentence(findings: Vec<String>) -> Vec<String> {
    findings
        .into_iter()
        .filter(|finding| finding.contains("long-sentence"))
        .collect()
}

#[test]
fn fires_at_the_sentence_alone() {
    let text = with_words(46).replacen("- The", "- A short one. The", 1);
    assert_eq!(
        of_sentence(found(&text)),
        [
            "14:16 info long-sentence: this sentence has 46 words; more than 45 are hard to follow -- make two or three of it"
        ]
    );
}

#[test]
fn fires_from_where_digest_yaml_says() {
    let config =
        format!("{HOUSE_STYLE}check: {{ rules: {{ long-sentence: {{ words: 10, severity: warning }} }} }}\n");
    let publication = TestPublication::with_config(&config).draft(&with_words(11));
    let findings = of_sentence(found_in(&publication));
    assert!(
        findings[0].starts_with("drafts/a.md:10:1 warning long-sentence: this sentence has "),
        "{findings:?}"
    );
    assert!(
        findings
            .iter()
            .any(|finding| finding.starts_with("drafts/a.md:14:3 warning"))
    );
}

#[test]
fn quiet_at_forty_five_words_and_across_abbreviations() {
    assert_eq!(of_sentence(found(&with_words(45))), NOTHING);
    let text = with_words(44).replacen("- The", "- Dr. A. Smith of the U.S. Navy spoke. The", 1);
    assert_eq!(of_sentence(found(&text)), NOTHING);
}

#[test]
fn fires_at_so_many_characters_of_chinese_or_japanese() {
    let findings = found_of(
        "long-sentence",
        &with_paragraph(&format!("短句。{}。", "部长们开会，".repeat(17))),
    );
    assert_eq!(
        findings,
        [
            "10:4 info long-sentence: this sentence has 103 characters; more than 100 are hard to follow -- make two or three of it"
        ]
    );
}

#[test]
fn quiet_for_names_and_for_scripts_without_spaces() {
    for text in [
        format!("{}。", "部长们开会，".repeat(16)),
        format!("We thank {} and Ann.", "Ann Lee (@ann), ".repeat(20)),
        "ไทย".repeat(200),
    ] {
        assert_eq!(
            found_of("long-sentence", &with_paragraph(&text)),
            NOTHING,
            "{text}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn fires_at_exactly_what_has_more_words_by_the_standard(
        words in proptest::collection::vec("[a-zé]{1,3}(['’×÷—½-]| )?[a-zñ0-9]{0,2}", 30..48),
    ) {
        let sentence = words.join(" ");
        let count = sentence.unicode_words().count();
        let text = good_draft().replacen(
            "- The first note on politics says who did what, and why it matters to readers.",
            &format!("- {sentence}."),
            1,
        );
        let said = of_sentence(found(&text));
        let expected = format!("this sentence has {count} words");
        prop_assert_eq!(said.iter().any(|said| said.contains(&expected)), count > 45, "{}: {:?}", sentence, said);
    }
}
