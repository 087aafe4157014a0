//! Drafts that nobody wrote: no panic, and no slot lost, doubled or out of order.

use digest_cli::edition::{Piece, Slotted};
use proptest::prelude::*;
use proptest::sample::select;

use super::bench::{Bench, copy};

/// Markdown without code, comments or links of its own.
const PROSE: [&str; 29] = [
    "word",
    " ",
    "\n",
    "\n\n",
    "*",
    "**",
    "_",
    "~~",
    "- ",
    "1. ",
    "> ",
    "# ",
    "### ",
    "| a | b |\n|---|---|\n",
    "|",
    "&amp;",
    "<",
    ">",
    "\"",
    "'",
    "!",
    "---\n",
    "===\n",
    "Слово",
    "漢",
    "🎉",
    "سلام",
    "{",
    "}%",
];
/// Tags that wait, and blocks begun and ended anywhere.
const TAGS: [&str; 9] = [
    "{{ subscriber.name }}",
    "{{ subscriber.city | default(\"a | b\", true) }}",
    "{{- subscriber.email -}}",
    "{% if subscriber.tags %}",
    "{% else %}",
    "{% endif %}",
    "{% for tag in subscriber.tags %}",
    "{{ tag }}",
    "{% endfor %}",
];
/// Whole blocks and links, so that much of what is made is sound.
const SOUND: [&str; 5] = [
    "\n\n{% if subscriber.tags %}\n\n",
    "\n\n{% endif %}\n\n",
    "{% if subscriber.tags %}some{% else %}none{% endif %}",
    "[link](https://example.org/?u={{ subscriber.email }})",
    "[{{ subscriber.name }}](https://example.org/)",
];
const WILD: [&str; 18] = [
    "\\",
    "https://example.org/{{ subscriber.email }}",
    "`",
    "``",
    "```\n",
    "    ",
    "\t",
    "<!--",
    "-->",
    "<div>",
    "</div>",
    "[",
    "](",
    ")",
    "{{",
    "}}",
    "{% raw %}",
    "{% endraw %}",
];

fn tags(slotted: &Slotted) -> Vec<String> {
    let tag = |piece: &Piece| match piece {
        Piece::Value {
            expression, origin, ..
        } if origin.starts_with("drafts/") => Some(expression.clone()),
        Piece::Statement { statement, origin } if origin.starts_with("drafts/") => Some(statement.clone()),
        _ => None,
    };
    slotted.pieces.iter().filter_map(tag).collect()
}

/// The insides of a draft's tags, read without the program's help: none of them holds a brace.
fn written(draft: &str) -> Vec<String> {
    let mut rest = draft;
    let mut tags = Vec::new();
    while let Some(start) = [rest.find("{{"), rest.find("{%")].into_iter().flatten().min() {
        let Some(end) = [rest[start..].find("}}"), rest[start..].find("%}")]
            .into_iter()
            .flatten()
            .min()
        else {
            break;
        };
        tags.push(rest[start + 2..start + end].trim_matches(['-', ' ']).to_owned());
        rest = &rest[start + end + 2..];
    }
    tags
}

/// An address that is shown as it is written holds its slot twice: where it leads, and as its words.
fn once(mut tags: Vec<String>) -> Vec<String> {
    tags.dedup_by(|one, other| one == other && one.as_str() == "subscriber.email");
    tags
}

fn drafts(fragments: Vec<&'static str>) -> impl Strategy<Value = String> {
    prop::collection::vec(select(fragments), 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(128) })]

    #[test]
    fn a_draft_gives_its_tags_in_order_or_is_refused(draft in drafts([PROSE.as_slice(), &PROSE, &TAGS, &SOUND].concat())) {
        // Four spaces would make code, and so would three tildes.
        let draft = draft.replace("  ", " ").replace("~~~~", "~~ ~~");
        if let Ok(edition) = Bench::lead(&draft).render() {
            prop_assert_eq!(once(tags(&edition.html)), once(written(&draft)), "{}", draft);
            // The text part is a template, too.
            copy(&edition.text, "Ana", &["a", "b"]);
            copy(&edition.html, "Ana", &[]);
        }
    }

    #[test]
    fn no_draft_panics(draft in drafts([PROSE.as_slice(), &TAGS, &SOUND, &WILD, &WILD].concat())) {
        if let Ok(edition) = Bench::lead(&draft).render() {
            copy(&edition.html, "Ana", &["a"]);
            copy(&edition.text, "Ana", &["a"]);
        }
    }

    #[test]
    fn no_bullet_or_title_panics(draft in drafts([PROSE.as_slice(), &TAGS, &SOUND, &WILD].concat())) {
        let mut bench = Bench::lead("Text.");
        bench.bullets = vec![draft.clone()];
        bench.title.clone_from(&draft);
        bench.subject = Some(draft.clone());
        bench.heading = draft;
        if let Ok(edition) = bench.render() {
            copy(&edition.subject, "Ana", &["a"]);
        }
    }
}
