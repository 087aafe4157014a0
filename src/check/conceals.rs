//! Ways to put words into a page that nobody sees.

use scraper::node::Element;

/// Whether what stands at a place is shown.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Concealed {
    /// An element around it is not shown, with all that is in it.
    hidden: bool,
    /// Its letters have no size. An element within can give them one again, and layouts of many tools do so.
    tiny: bool,
}

impl Concealed {
    /// Whether it can be seen.
    pub(super) fn is_seen(self) -> bool {
        !self.hidden && !self.tiny
    }
}

/// What holds in an element, by what holds around it.
pub(super) fn concealed(element: &Element, around: Concealed) -> Concealed {
    let mut here = around;
    here.hidden |= element.attr("hidden").is_some();
    let declarations = element.attr("style").unwrap_or_default().split(';');
    for (property, value) in declarations.filter_map(|written| written.split_once(':')) {
        let (property, value) = (property.trim(), value.trim());
        let value = value.strip_suffix("!important").unwrap_or(value).trim_end();
        let is = |name: &str| property.eq_ignore_ascii_case(name);
        if is("display") {
            here.hidden |= value.eq_ignore_ascii_case("none");
        } else if is("visibility") {
            here.hidden |= value.eq_ignore_ascii_case("hidden");
        } else if is("opacity") || is("max-height") {
            here.hidden |= is_zero(value);
        } else if is("font-size") {
            here.tiny = is_zero(value);
        }
    }
    here
}

/// Whether a length or a number is nothing: `0`, `0px`, `0.0em`.
fn is_zero(value: &str) -> bool {
    let number = value.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '%');
    number.trim().parse::<f32>() == Ok(0.0)
}
