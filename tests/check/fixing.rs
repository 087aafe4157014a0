//! Findings mended without asking anybody.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use digest_cli::check::{Checker, Fixer, Targets};
use digest_cli::foundation::Source;
use digest_cli::issue::Draft;
use digest_cli::publication::Publication;
use proptest::prelude::*;

use crate::support::{TestPublication, good_draft, soaked};

static PUBLICATION: LazyLock<(TestPublication, Publication)> = LazyLock::new(|| {
    let folder = TestPublication::new();
    let publication = folder.open();
    (folder, publication)
});

/// A good draft with a suppression that keeps nothing back.
fn with_idle_comment() -> String {
    good_draft().replacen("# Caspian", "<!-- digest-ignore: bullet-length -->\n# Caspian", 1)
}

/// How often each rule finds something in a draft's text.
fn counts(text: &str) -> BTreeMap<&'static str, usize> {
    let checker = Checker::new(&PUBLICATION.1);
    let draft = Draft::parse(Arc::new(Source::new("drafts/a.md", text)));
    let mut counts = BTreeMap::new();
    for found in checker.check_draft(&draft).diagnostics {
        *counts.entry(found.rule).or_default() += 1;
    }
    counts
}

fn fixed(text: &str) -> String {
    let checker = Checker::new(&PUBLICATION.1);
    let fixer = Fixer::new(&checker, &PUBLICATION.1);
    fixer.fix_text(Path::new("drafts/a.md"), text).0
}

#[test]
fn what_is_safe_is_mended_and_the_file_keeps_its_line_ends() {
    let windows = format!("\u{FEFF}{}", with_idle_comment().replace('\n', "\r\n"));
    let publication = TestPublication::new().draft(&windows);
    let open = publication.open();
    let checker = Checker::new(&open);
    let fixed = Fixer::new(&checker, &open)
        .fix(&Targets::Everything)
        .expect("the targets make sense");
    assert_eq!(fixed.len(), 1);
    assert_eq!(fixed[0].mended, 1);
    assert_eq!(
        fixed[0].diff(),
        "--- a/drafts/a.md\n+++ b/drafts/a.md\n@@ -5,7 +5,6 @@\n author: aserik\n lists: [weekly]\n ---\n-<!-- digest-ignore: bullet-length -->\n # Caspian crossroads\n \n Dear {{ subscriber.name | default(\"reader\") }}, four ports on the Caspian were widened last year, and ships still wait for days. This week we ask who pays for the delay, and who gains by it.\n"
    );
    fixed[0].write().expect("it can be written");
    let written = fs::read_to_string(publication.path("drafts/a.md")).expect("the draft");
    assert_eq!(written, format!("\u{FEFF}{}", good_draft().replace('\n', "\r\n")));
}

#[test]
fn a_file_that_changed_meanwhile_is_left_alone() {
    let publication = TestPublication::new().draft(&with_idle_comment());
    let open = publication.open();
    let checker = Checker::new(&open);
    let fixed = Fixer::new(&checker, &open)
        .fix(&Targets::Everything)
        .expect("the targets make sense");
    let publication = publication.draft("something else\n");
    let failure = fixed[0].write().expect_err("it has changed");
    assert_eq!(
        failure.message,
        "`drafts/a.md` has changed while it was being checked"
    );
    assert_eq!(
        fs::read_to_string(publication.path("drafts/a.md")).expect("the draft"),
        "something else\n"
    );
}

#[test]
fn nothing_is_changed_where_nothing_is_wrong() {
    assert_eq!(fixed(&good_draft()), good_draft());
}

/// What drafts consist of that rules mend.
const PIECES: [&str; 34] = [
    "the the ",
    "very  very ",
    "word , next",
    "word ,, next",
    "end.. ",
    "\u{200B}",
    "\u{AD}",
    "\"straight\" ",
    "“curly” ",
    "it's ",
    "it’s ",
    "the 1th ",
    "the 22th ",
    "[a](https://https://example.org/x) ",
    "[b](https://example.org/?fbclid=1&a=2) ",
    "[x]: https://example.org/u\n",
    "\n\n",
    "\n- ",
    "\n## Letters\n\n",
    "<!-- digest-ignore: bullet-length -->\n",
    "<!-- digest-ignore-file: long-sentence, bullet-count -->\n",
    "*the* the ",
    "`the the` ",
    "{{ subscriber.name }} ",
    "word - word ",
    "日本語 ",
    "A sentence ends here. ",
    "http://example.org/a ",
    "**bold** ",
    "e-mail ",
    "> quoted\n",
    "\\* escaped ",
    "&amp; ",
    "\t",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(soaked(48)))]

    #[test]
    fn mending_twice_is_mending_once_and_makes_no_new_finding(pieces in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(PIECES.to_vec())), 0..12)) {
        let mut text = good_draft();
        let front = text.find("# Caspian").expect("the title");
        for (at, piece) in pieces {
            let edges: Vec<usize> = text.char_indices().map(|(at, _)| at).filter(|at| *at >= front).collect();
            text.insert_str(edges[at.index(edges.len())], piece);
        }
        let once = fixed(&text);
        prop_assert_eq!(&fixed(&once), &once);
        let (before, after) = (counts(&text), counts(&once));
        for (rule, count) in &after {
            prop_assert!(before.get(rule).copied().unwrap_or_default() >= *count, "{}: {:?}, then {:?}\n{}\n---\n{}", rule, before, after, text, once);
        }
    }
}
