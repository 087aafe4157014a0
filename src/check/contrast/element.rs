//! What an element is by itself, before any style.

use scraper::node::Element;

use super::mode::Canvas;
use super::{Color, Paint, Setting, Size};

/// Elements whose words are not of the page, or are drawn by the client in its own way.
const APART: [&str; 20] = [
    "audio", "button", "canvas", "head", "iframe", "input", "math", "meter", "noscript", "object", "option",
    "progress", "script", "select", "style", "svg", "template", "textarea", "title", "video",
];
/// What headings and the like measure, times what is around.
const TIMES: [(&str, f64); 9] = [
    ("h1", 2.0),
    ("h2", 1.5),
    ("h3", 1.17),
    ("h5", 0.83),
    ("h6", 0.67),
    ("small", 0.83),
    ("sub", 0.83),
    ("sup", 0.83),
    ("big", 1.2),
];
const BOLD: [&str; 9] = ["h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "th"];
/// What `<font size="1">` to `<font size="7">` measure, in pixels.
const FONT_SIZES: [f64; 7] = [10.0, 13.0, 16.0, 18.0, 24.0, 32.0, 48.0];

/// Whether an element's words are passed over.
pub(super) fn is_apart(element: &Element) -> bool {
    APART.contains(&element.name()) || element.attr("hidden").is_some()
}

/// What browsers make of an element, and what its own attributes set.
pub(super) fn by_attributes(element: &Element, canvas: &Canvas) -> Vec<Setting> {
    let mut all = Vec::new();
    let name = element.name();
    all.extend(times(name).map(|times| Setting::Size(Size::Times(times))));
    if BOLD.contains(&name) {
        all.push(Setting::Bold(true));
    }
    match name {
        "a" if element.attr("href").is_some() => all.push(Setting::Text(Paint::Color(canvas.link))),
        "mark" => {
            all.push(Setting::Text(Paint::Color(Color::BLACK)));
            all.push(Setting::Background(Paint::Color(Color::solid([255, 255, 0]))));
        }
        "font" => {
            all.extend(color(element, "color").map(Setting::Text));
            let size = element.attr("size").and_then(|size| size.parse::<usize>().ok());
            let pixels = size.and_then(|size| FONT_SIZES.get(size.checked_sub(1)?));
            all.extend(pixels.map(|pixels| Setting::Size(Size::Pixels(*pixels))));
        }
        "body" => all.extend(color(element, "text").map(Setting::Text)),
        _ => {}
    }
    all.extend(color(element, "bgcolor").map(Setting::Background));
    if element.attr("background").is_some() {
        all.push(Setting::Image(true));
    }
    all
}

fn times(name: &str) -> Option<f64> {
    TIMES
        .iter()
        .find(|(named, _)| *named == name)
        .map(|(_, times)| *times)
}

/// A colour in an attribute; the sign before its digits may be missing.
fn color(element: &Element, name: &str) -> Option<Paint> {
    let written = element.attr(name)?;
    let color = Color::parse(written).or_else(|| Color::parse(&format!("#{}", written.trim())));
    color.map(Paint::Color)
}
