//! The reader of maps.

use std::sync::Arc;

use digest_cli::foundation::{Diagnostic, Source, Span, YamlTree};
use digest_cli::publication::value::line;
use digest_cli::publication::{Author, Reader, ReaderRules};

const RULES: ReaderRules = ReaderRules {
    unknown: "some-unknown-key",
    missing: "some-missing-key",
    wrong: "some-wrong-value",
};

fn read<T>(text: &str, body: impl FnOnce(&mut Reader<'_>) -> Option<T>) -> (Option<T>, Vec<Diagnostic>) {
    let source = Arc::new(Source::new("a.md", text));
    let tree = YamlTree::parse(text).expect("YAML");
    Reader::read(&source, &tree.root, RULES, body)
}

#[test]
fn each_kind_of_finding_carries_its_rule() {
    let (author, findings) = read("affiliation: [a]\nnmbr: 1\n", Author::read);
    assert_eq!(author, None);
    let rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
    assert_eq!(rules.len(), 3);
    for rule in ["some-unknown-key", "some-missing-key", "some-wrong-value"] {
        assert!(rules.contains(&rule), "{rules:?}");
    }
}

#[test]
fn what_could_be_read_is_given_beside_the_findings() {
    let (author, findings) = read("name: Ann\ncolour: red\n", Author::read);
    assert_eq!(author.unwrap().name, "Ann");
    assert_eq!(findings.len(), 1);
}

#[test]
fn a_single_value_is_a_list_of_one() {
    let lists = |text: &str| {
        let (lists, findings) = read(text, |reader| reader.list("lists", line));
        assert_eq!(findings, []);
        lists
    };
    let weekly = ("weekly".to_owned(), Span::new(7, 13));
    assert_eq!(lists("lists: weekly"), Some(vec![weekly]));
    let both = vec![
        ("a".to_owned(), Span::new(8, 9)),
        ("b".to_owned(), Span::new(11, 12)),
    ];
    assert_eq!(lists("lists: [a, b]"), Some(both));
    assert_eq!(lists("lists:"), None);
}

#[test]
fn values_know_where_they_stand_within_an_excerpt() {
    let text = "---\ntitle: Әлем\n---\n";
    let source = Arc::new(Source::new("a.md", text));
    let tree = YamlTree::parse_at(&text[4..], 4);
    assert!(tree.is_err(), "a closing line is not part of the front matter");
    let tree = YamlTree::parse_at("title: Әлем\n", 4).unwrap();
    let (title, findings) = Reader::read(&source, &tree.root, RULES, |reader| reader.spanned("title", line));
    assert_eq!(findings, []);
    let (title, span) = title.unwrap();
    assert_eq!((title.as_str(), span.of(text)), ("Әлем", "Әлем"));
}

#[test]
fn a_list_or_a_map_is_no_key() {
    let (_, findings) = read("[a, b]: c\n? { d: e }\n: f\n: g\n", |_| Some(()));
    let messages: Vec<_> = findings.iter().map(|finding| finding.message.as_str()).collect();
    assert_eq!(
        messages,
        [
            "a list stands where a key should",
            "a map of keys stands where a key should",
            "nothing stands where a key should",
        ]
    );
}
