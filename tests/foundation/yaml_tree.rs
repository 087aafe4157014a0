//! YAML with places.

use digest_cli::foundation::{YamlKind, YamlNode, YamlTree};
use proptest::prelude::*;

/// The tree as text: each value with what its span covers.
fn drawn(node: &YamlNode, text: &str) -> String {
    let inner = |nodes: &[YamlNode]| {
        nodes
            .iter()
            .map(|node| drawn(node, text))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let drawn = match &node.kind {
        YamlKind::Null => "null".to_owned(),
        YamlKind::Scalar(value) => format!("{value:?}"),
        YamlKind::List(items) => format!("[{}]", inner(items)),
        YamlKind::Map(entries) => {
            let entries: Vec<_> = entries
                .iter()
                .map(|(key, value)| format!("{}={}", drawn(key, text), drawn(value, text)))
                .collect();
            format!("{{{}}}", entries.join(" "))
        }
    };
    format!("{drawn}<{}>", node.span.of(text))
}

fn tree(text: &str) -> String {
    match YamlTree::parse(text) {
        Ok(tree) => drawn(&tree.root, text),
        Err(error) => format!("{}: {error}", error.offset),
    }
}

#[test]
fn every_value_covers_its_own_text() {
    assert_eq!(
        tree("a: ә\nb: 7 # c\n"),
        "{\"a\"<a>=\"ә\"<ә> \"b\"<b>=\"7\"<7>}<a: ә\nb: 7>"
    );
    assert_eq!(tree("a: 'x'"), "{\"a\"<a>=\"x\"<'x'>}<a: 'x'>");
    assert_eq!(
        tree("[a, {b: c}]  # d"),
        "[\"a\"<a> {\"b\"<b>=\"c\"<c>}<{b: c}>]<[a, {b: c}]>"
    );
    assert_eq!(tree("- a\n- b\n\n\n"), "[\"a\"<a> \"b\"<b>]<- a\n- b>");
    assert_eq!(
        tree("a: |\n  x\n  y\n\nb: z"),
        "{\"a\"<a>=\"x\\ny\\n\"<x\n  y> \"b\"<b>=\"z\"<z>}<a: |\n  x\n  y\n\nb: z>"
    );
}

#[test]
fn nothing_is_null_and_what_is_quoted_is_text() {
    assert_eq!(tree(""), "null<>");
    assert_eq!(tree("# only a comment\n"), "null<>");
    assert_eq!(
        tree("a:\nb: ~\nc: null\n"),
        "{\"a\"<a>=null<> \"b\"<b>=null<~> \"c\"<c>=null<null>}<a:\nb: ~\nc: null>"
    );
    assert_eq!(tree("{a, b: }"), "{\"a\"<a>=null<> \"b\"<b>=null<>}<{a, b: }>");
    assert_eq!(
        tree("['', \"null\", yes, 012]"),
        "[\"\"<''> \"null\"<\"null\"> \"yes\"<yes> \"012\"<012>]<['', \"null\", yes, 012]>"
    );
}

#[test]
fn what_hides_what_a_file_says_is_refused() {
    assert!(tree("a: &x 1\n").starts_with("3: an anchor"));
    assert!(tree("a: &x [1]\nb: *x\n").starts_with("3: an anchor"));
    assert!(tree("a: *x\n").starts_with("3: an alias"));
    assert!(tree("a: !!str 1\n").starts_with("3: a tag"));
    assert!(tree("a: !x {b: c}\n").starts_with("3: a tag"));
    assert_eq!(
        tree("a: 1\n---\nb: 2\n"),
        "9: a second document: one file holds one"
    );
}

#[test]
fn a_lone_document_may_have_its_marks() {
    assert_eq!(tree("---\na: 1\n...\n"), "{\"a\"<a>=\"1\"<1>}<a: 1>");
}

#[test]
fn nesting_ends_at_a_depth_that_nobody_needs() {
    let nested = |depth: usize| tree(&format!("{}{}", "[".repeat(depth), "]".repeat(depth)));
    assert!(nested(32).starts_with("[[[["));
    assert_eq!(nested(33), "32: lists and maps nested too deeply");
    assert!(nested(100_000).ends_with("nested too deeply"));
    assert!(tree(&"- ".repeat(100_000)).ends_with("nested too deeply"));
}

#[test]
fn a_part_of_a_larger_text_has_the_places_of_the_whole() {
    let whole = "---\na: ә\n---\n";
    let part = YamlTree::parse_at("a: ә\n", 4).unwrap();
    assert_eq!(drawn(&part.root, whole), "{\"a\"<a>=\"ә\"<ә>}<a: ә>");
    assert_eq!(YamlTree::parse_at("a: 'x", 4).unwrap_err().offset, 7);
}

#[test]
fn keys_are_found_by_name_and_the_first_counts() {
    let tree = YamlTree::parse("a: 1\nb: 2\na: 3\n").unwrap();
    assert_eq!(tree.root.get("a").and_then(YamlNode::text), Some("1"));
    assert_eq!(tree.root.get("c"), None);
    assert_eq!(tree.root.get("b").unwrap().get("x"), None);
}

fn spans_lie_within(node: &YamlNode, text: &str) -> bool {
    let inside = |inner: &YamlNode| node.span.contains(inner.span) && spans_lie_within(inner, text);
    text.get(node.span.start..node.span.end).is_some()
        && match &node.kind {
            YamlKind::Null | YamlKind::Scalar(_) => true,
            YamlKind::List(items) => items.iter().all(inside),
            YamlKind::Map(entries) => entries.iter().all(|(key, value)| inside(key) && inside(value)),
        }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_is_yaml_or_is_not(text in prop_oneof![any::<String>(), "[-:?{}\\[\\],&*!|>'\"%@` \n\tа#~ab0.]{0,60}"]) {
        match YamlTree::parse(&text) {
            Ok(tree) => prop_assert!(spans_lie_within(&tree.root, &text), "{:?}", tree),
            Err(error) => prop_assert!(error.offset <= text.len() && text.is_char_boundary(error.offset)),
        }
    }
}
