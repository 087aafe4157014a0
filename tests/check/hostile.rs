//! Drafts that nobody would write.

use std::sync::{Arc, LazyLock};

use digest_cli::check::Checker;
use digest_cli::foundation::Source;
use digest_cli::issue::Draft;
use digest_cli::publication::Publication;
use digest_cli::report::{Look, human, json, line};
use proptest::prelude::*;

use crate::support::{TestPublication, good_draft, soaked};

static PUBLICATION: LazyLock<Publication> = LazyLock::new(|| TestPublication::new().open());

/// What drafts consist of, and what breaks them.
const PIECES: [&str; 42] = [
    "---\n",
    "id: a\n",
    "issue: 9\n",
    "date: 2019-02-05\n",
    "author: aserk\n",
    "lists: [weekly, x]\n",
    "subject: TODO {{ subscriber.x }}\n",
    "# Title\n",
    "# ",
    "## Politics and Security\n",
    "## Society and Cultre\n",
    "## Letters\n",
    "\n",
    "\n\n",
    "- item TK\n",
    "- ",
    "• typed\n",
    "1. one\n",
    "> quote\n",
    "```\n",
    "`code",
    "`",
    "{{ subscriber.name }}",
    "{{ subscriber.nmae | }}",
    "{{ links['x'] }}",
    "{% if x %}",
    "{% endif %}",
    "{% raw %}",
    "{#",
    "}}",
    "<!-- ",
    " -->",
    "[insert ",
    "]",
    "lorem ipsum",
    "日本語 ",
    "e\u{301}",
    "\u{202e}",
    "\t",
    "| a | b |\n|---|---|\n",
    "[x]: y\n",
    "word ",
];

fn draft() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![8 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned), 1 => "\\PC{0,8}"];
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Checks a text twice, reports what is found, and looks at every place.
fn hold(text: &str) -> Result<(), TestCaseError> {
    let draft = Draft::parse(Arc::new(Source::new("drafts/a.md", text)));
    let findings = Checker::new(&PUBLICATION).check_draft(&draft);
    prop_assert_eq!(&findings, &Checker::new(&PUBLICATION).check_draft(&draft));
    for found in &findings.diagnostics {
        let source = &found.location.source;
        let span = found.location.span;
        prop_assert!(span.end <= source.text().len(), "{:?} ends outside", found);
        prop_assert!(
            source.text().get(span.start..span.end).is_some(),
            "{:?} cuts a character",
            found
        );
        prop_assert!(!found.message.ends_with('.'), "{}", found.message);
    }
    let mut sink = std::io::sink();
    human(&findings.diagnostics, Look::default(), &mut sink)?;
    line(&findings.diagnostics, &mut sink)?;
    json(&findings.diagnostics, &mut sink)?;
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soaked(96)))]

    #[test]
    fn any_draft_can_be_checked_and_no_place_lies_outside(text in draft()) {
        hold(&text)?;
    }

    #[test]
    fn a_good_draft_that_is_cut_or_damaged_anywhere_can_be_checked(at in any::<prop::sample::Index>(), piece in prop::sample::select(PIECES.to_vec()), cut in any::<bool>()) {
        let mut text = good_draft();
        let boundaries: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let at = boundaries[at.index(boundaries.len())];
        if cut {
            text.truncate(at);
        }
        text.insert_str(at, piece);
        hold(&text)?;
    }
}

#[test]
fn a_large_draft_of_anything_is_checked() {
    for piece in [
        "{{ ",
        "- a\n",
        "` ",
        "[insert ",
        "> ",
        "## Letters\n",
        "• a\n",
        "TK ",
        "{% if a %}",
        "<!-- -->\n",
    ] {
        let text = format!(
            "---\nid: a\ndate: 2019-02-05\n---\n# T\n\n{}",
            piece.repeat(50_000 / piece.len())
        );
        hold(&text).expect("it can be checked");
    }
}
