//! What a style uses.

use crate::check::css::{Declaration, Word, declarations, words};
use crate::foundation::Span;

use super::{Detectors, detectors};

/// A feature in a style, and where in the style's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct StyleUse {
    /// The feature's place in the table.
    pub(super) feature: usize,
    /// The declaration.
    pub(super) span: Span,
    /// Whether it paints a background.
    pub(super) paints: bool,
}

/// The features that the declarations of a style use; none where it hides its element.
///
/// A value counts only where no plainer one stands before it: of `width: 300px; width: calc(…)` every client understands one.
pub(super) fn style_uses(style: &str) -> Vec<StyleUse> {
    let written: Vec<Declaration<'_>> = declarations(style).collect();
    if written.iter().any(hides) {
        return Vec::new();
    }
    let mut uses: Vec<StyleUse> = Vec::new();
    let mut by_value: Vec<Vec<usize>> = Vec::with_capacity(written.len());
    for (place, declaration) in written.iter().enumerate() {
        let at = |feature| StyleUse {
            feature,
            span: declaration.span,
            paints: paints(declaration),
        };
        if !resets(declaration.value) {
            uses.extend(detectors().property(declaration.name).iter().copied().map(at));
        }
        let hits = in_value(detectors(), declaration);
        for feature in &hits {
            let plainer = written[..place].iter().zip(&by_value).any(|(before, hits)| {
                before.name.eq_ignore_ascii_case(declaration.name) && !hits.contains(feature)
            });
            if !plainer {
                uses.push(at(*feature));
            }
        }
        by_value.push(hits);
    }
    uses
}

fn in_value(detectors: &Detectors, declaration: &Declaration<'_>) -> Vec<usize> {
    let mut hits = Vec::new();
    // What a variable holds counts where it is used.
    if declaration.name.starts_with("--") {
        return hits;
    }
    let wanted = detectors.values(declaration.name);
    for word in words(declaration.value) {
        let (named, features) = match word {
            Word::Keyword(name) => (name, detectors.keyword(name)),
            Word::Function(name) => (name, detectors.function(name)),
            Word::Unit(name) => ("", detectors.unit(name)),
        };
        hits.extend_from_slice(features);
        hits.extend(
            wanted
                .iter()
                .filter(|(word, _)| named.eq_ignore_ascii_case(word))
                .map(|(_, feature)| *feature),
        );
    }
    hits.sort_unstable();
    hits.dedup();
    hits
}

/// `outline: none`: nothing is lost where nothing is asked for.
fn resets(value: &str) -> bool {
    const NOTHING: [&str; 8] = ["none", "0", "0px", "normal", "auto", "unset", "inherit", "revert"];
    NOTHING.iter().any(|nothing| value.eq_ignore_ascii_case(nothing))
}

fn hides(declaration: &Declaration<'_>) -> bool {
    declaration.name.eq_ignore_ascii_case("display") && declaration.value.eq_ignore_ascii_case("none")
}

fn paints(declaration: &Declaration<'_>) -> bool {
    let name = declaration.name.as_bytes();
    name.len() >= 10 && name[..10].eq_ignore_ascii_case(b"background")
}
