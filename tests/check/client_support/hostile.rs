//! Whatever stands in an HTML part, it is read without harm.

use digest_cli::check::client_support::{Audience, unsupported};
use digest_cli::check::contrast::{Mode, faint_pairs};
use proptest::prelude::*;
use scraper::Html;

/// Pieces that mean something, and such as break what means something.
const PIECES: [&str; 44] = [
    "<div style=\"",
    "<p style='",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<!--[if !mso]><!-->",
    "<![endif]-->",
    "<td ",
    "</td>",
    "<video>",
    "</video>",
    "<a href=\"#x\">",
    "<img src=",
    "data:,",
    "a.webp",
    ">",
    "\"",
    "'",
    "{",
    "}",
    "(",
    ")",
    ";",
    ":",
    "float: left",
    "display: grid",
    "color: #777",
    "background: url(",
    "rgba(0 0 0 / 5%)",
    "calc(1rem + ",
    "font-size: 1e9px",
    "opacity: -1",
    "@media screen",
    "p::before",
    ".a > #b[c]",
    "!important",
    "\\",
    "&quot;",
    "/*",
    "*/",
    "é",
    "漢",
    " words ",
];

fn soup() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..60).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_use_lies_in_the_text(html in soup()) {
        let audience = Audience::of(["all"]).expect("a preset");
        for found in unsupported(&html, &audience) {
            prop_assert!(!found.uses.is_empty() && !found.families.is_empty(), "{found:?}");
            for used in found.uses {
                prop_assert!(html.get(used.span.start..used.span.end).is_some(), "{used:?}");
            }
        }
    }

    #[test]
    fn every_pair_is_too_faint_and_has_words(html in soup()) {
        let document = Html::parse_document(&html);
        for mode in [Mode::Light, Mode::OwnDark, Mode::ForcedDark] {
            for pair in faint_pairs(&document, mode) {
                prop_assert!((1.0..pair.needed).contains(&pair.ratio), "{pair:?}");
                prop_assert!(!pair.words.is_empty(), "{pair:?}");
            }
        }
    }
}
