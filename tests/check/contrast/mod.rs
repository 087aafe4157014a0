//! Contrast: which words stand out too little, in which light.

use digest_cli::check::contrast::{FaintPair, Mode, faint_pairs};
use scraper::Html;

mod colors;
mod dark;
mod light;

/// The pairs of a page, as `#777777 on #ffffff 4.48 of 4.5: words`.
fn pairs(html: &str, mode: Mode) -> Vec<String> {
    let shown = |pair: &FaintPair| {
        let FaintPair {
            text,
            background,
            ratio,
            needed,
            words,
            ..
        } = pair;
        format!("{text} on {background} {ratio:.2} of {needed}: {words}")
    };
    faint_pairs(&Html::parse_document(html), mode)
        .iter()
        .map(shown)
        .collect()
}

/// The pairs of a page as it is.
fn light(html: &str) -> Vec<String> {
    pairs(html, Mode::Light)
}
