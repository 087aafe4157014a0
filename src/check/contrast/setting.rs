//! What declarations say that matters for reading.

use crate::check::css::{Declaration, Word, declarations, pieces, words};

use super::{Color, Size};

/// One thing that is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Setting {
    /// The colour of words.
    Text(Paint),
    /// The colour behind.
    Background(Paint),
    /// Whether there is an image behind, or a gradient.
    Image(bool),
    /// The size of letters.
    Size(Size),
    /// Whether they are bold.
    Bold(bool),
    /// Whether it is shown at all.
    Shown(bool),
    /// How solid it is, from 0 to 1.
    Opacity(f64),
    /// It stands before something else than what encloses it.
    Lifted,
}

/// A colour that is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Paint {
    /// This one.
    Color(Color),
    /// The colour of words around, or here.
    Inherited,
    /// One that cannot be known.
    Unknown,
}

impl Paint {
    /// Reads a colour; `None` where a client would ignore the declaration.
    pub(super) fn parse(text: &str) -> Option<Self> {
        if let Some(color) = Color::parse(text) {
            return Some(Self::Color(color));
        }
        let text = text.trim();
        if ["inherit", "currentcolor", "unset"]
            .iter()
            .any(|word| text.eq_ignore_ascii_case(word))
        {
            return Some(Self::Inherited);
        }
        text.contains('(').then_some(Self::Unknown)
    }
}

/// The settings of a style, with whether each is important.
pub(super) fn settings(style: &str) -> Vec<(Setting, bool)> {
    let mut all = Vec::new();
    for declaration in declarations(style) {
        let set = |setting| (setting, declaration.important);
        all.extend(read(&declaration).into_iter().flatten().map(set));
    }
    all
}

/// At most three things are set by one declaration.
type Settings = [Option<Setting>; 3];

fn read(declaration: &Declaration<'_>) -> Settings {
    let Declaration { name, value, .. } = *declaration;
    let one = |setting| [setting, None, None];
    let is = |word: &str| value.eq_ignore_ascii_case(word);
    match name.to_ascii_lowercase().as_str() {
        "color" => one(Paint::parse(value).map(Setting::Text)),
        "-webkit-text-fill-color" => one(Some(Setting::Text(Paint::Unknown))),
        "background-color" => one(Paint::parse(value).map(Setting::Background)),
        "background-image" => one(Some(Setting::Image(!is("none")))),
        "background" => background(value),
        "font-size" => one(Size::parse(value).map(Setting::Size)),
        "font-weight" => one(weight(value).map(Setting::Bold)),
        "font" => font(value),
        "display" => one(Some(Setting::Shown(!is("none")))),
        "visibility" if is("hidden") || is("collapse") => one(Some(Setting::Shown(false))),
        "max-height" if value.starts_with('0') => one(Some(Setting::Shown(false))),
        "opacity" => one(value
            .parse()
            .ok()
            .map(|part: f64| Setting::Opacity(part.clamp(0.0, 1.0)))),
        "position" if is("absolute") || is("fixed") => one(Some(Setting::Lifted)),
        _ => [None; 3],
    }
}

fn background(value: &str) -> Settings {
    let named = |word: Word<'_>| match word {
        Word::Function(name) => name.eq_ignore_ascii_case("url") || name.ends_with("gradient"),
        _ => false,
    };
    let image = words(value).any(named);
    let color = parts(value).find_map(|part| match Paint::parse(part) {
        Some(Paint::Unknown) if image => None,
        paint => paint,
    });
    let color = color.unwrap_or(Paint::Color(Color {
        alpha: 0.0,
        ..Color::BLACK
    }));
    [
        Some(Setting::Background(color)),
        Some(Setting::Image(image)),
        None,
    ]
}

/// `bold 18px/24px Arial`: size and weight.
fn font(value: &str) -> Settings {
    let mut size = None;
    let mut bold = false;
    for part in parts(value) {
        let height = part.split('/').next().unwrap_or_default();
        // A bare number is a weight.
        if let Some(found) = weight(part) {
            bold |= found;
        } else if let Some(found) = Size::parse(height) {
            size = Some(Setting::Size(found));
            break;
        }
    }
    if size.is_none() {
        return [None; 3];
    }
    [size, Some(Setting::Bold(bold)), None]
}

fn weight(value: &str) -> Option<bool> {
    match value.to_ascii_lowercase().as_str() {
        "bold" | "bolder" => Some(true),
        "normal" | "lighter" => Some(false),
        number => number.parse().ok().map(|number: u16| number >= 700),
    }
}

/// The parts of a value between blanks, brackets kept whole.
fn parts(value: &str) -> impl Iterator<Item = &str> {
    pieces(value, b' ')
        .map(|(_, part)| part)
        .filter(|part| !part.is_empty())
}
