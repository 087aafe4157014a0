//! Whether something stands ready for clients that do not know a feature.

use crate::check::css::{Word, declarations, words};

use super::{Attribute, Markup, Tag};

/// Parts of a film or drawing that are nothing by themselves.
const PARTS: [&str; 4] = ["source", "track", "param", "embed"];

/// Words that begin later are not those of a background's own element, in characters.
const FAR: usize = 2_000;

/// Whether clients that do not show an element show what stands within it: a `<video>` with an `<img>` in it.
pub(super) fn shows_within(markup: &Markup<'_>, opening: usize) -> bool {
    let tag = &markup.tags[opening];
    if !["video", "audio", "object"].iter().any(|name| tag.is(name)) {
        return false;
    }
    let (text, tags) = markup.within(opening);
    tags.iter().any(|tag| !PARTS.iter().any(|part| tag.is(part))) || says_something(text)
}

/// Whether an element's words stay readable without its background image: it has a colour under it, or no words.
pub(super) fn readable_without_image(markup: &Markup<'_>, opening: usize) -> bool {
    let tag = &markup.tags[opening];
    if tag.attribute("bgcolor").is_some() || tag.attribute("style").is_some_and(has_color) {
        return true;
    }
    let (text, _) = markup.within(opening);
    !says_something(text)
}

/// Whether an element stays where it is without a style: `<img align="left" style="float: left">`.
pub(super) fn is_aligned(tag: &Tag<'_>) -> bool {
    tag.attribute("align").is_some()
}

/// Whether an address is one of fonts: those that it lacks, the next font of a list stands in for.
pub(super) fn only_brings_fonts(address: &str) -> bool {
    let address = address.to_ascii_lowercase();
    ["//fonts.", "//use.typekit.", "//fast.fonts."]
        .iter()
        .any(|host| address.contains(host))
}

/// Whether a `<link>` only brings fonts.
pub(super) fn links_fonts(tag: &Tag<'_>) -> bool {
    tag.is("link") && tag.attribute("href").is_some_and(only_brings_fonts)
}

/// Whether an attribute hides its element.
pub(super) fn hides(attribute: &Attribute<'_>) -> bool {
    // Nearly no style speaks of it, and to take one apart is long.
    let may_hide = || {
        memchr::memchr2_iter(b'd', b'D', attribute.value.as_bytes()).any(|at| {
            let word = attribute.value.as_bytes().get(at..at + "display".len());
            word.is_some_and(|word| word.eq_ignore_ascii_case(b"display"))
        })
    };
    attribute.name.eq_ignore_ascii_case("style")
        && may_hide()
        && declarations(attribute.value).any(|declaration| {
            declaration.name.eq_ignore_ascii_case("display") && declaration.value.eq_ignore_ascii_case("none")
        })
}

/// Whether a style gives its background a plain colour.
fn has_color(style: &str) -> bool {
    declarations(style).any(|declaration| {
        if declaration.name.eq_ignore_ascii_case("background-color") {
            return !declaration.value.eq_ignore_ascii_case("transparent");
        }
        declaration.name.eq_ignore_ascii_case("background")
            && !words(declaration.value)
                .any(|word| matches!(word, Word::Function(name) if name.contains("gradient")))
            && declaration.value.contains('#')
    })
}

/// Whether there are letters outside of tags, as far as one has to look.
fn says_something(html: &str) -> bool {
    let mut within = false;
    html.chars().take(FAR).any(|c| {
        match c {
            '<' => within = true,
            '>' => within = false,
            _ => {}
        }
        !within && c.is_alphanumeric()
    })
}
