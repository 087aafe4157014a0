//! The words of a page, and how they are set.

use scraper::node::Element;
use scraper::{ElementRef, Html, Node};

use super::contrast::Size;
use super::css::declarations;

/// What browsers begin with, in pixels.
const MEDIUM: f64 = 16.0;
/// Elements that show no text of their own.
const UNSEEN: [&str; 6] = ["head", "style", "script", "title", "template", "noscript"];
/// Elements that begin a paragraph.
const BLOCKS: [&str; 15] = [
    "p",
    "div",
    "td",
    "th",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "pre",
    "br",
    "center",
];

/// Words that stand in one paragraph and are set alike.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct SetText {
    /// The words.
    pub(super) text: String,
    /// How they are set.
    pub(super) set: Setting,
    /// The number of their paragraph.
    pub(super) paragraph: usize,
}

/// How words are set.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Setting {
    /// The height of the letters, in pixels.
    pub(super) size: f64,
    /// That height as it is declared; empty where nothing declares it.
    pub(super) declared: String,
    /// `left`, `center`, `justify` …; empty where nothing says so.
    pub(super) align: String,
    hidden: bool,
}

/// The words of a page that are seen, in their order.
pub(super) fn set_texts(page: &Html) -> Vec<SetText> {
    let mut texts = Texts::default();
    let begin = Setting {
        size: MEDIUM,
        declared: String::new(),
        align: String::new(),
        hidden: false,
    };
    texts.read(page.root_element(), &begin);
    texts.found
}

/// What was found so far.
#[derive(Debug, Default)]
struct Texts {
    found: Vec<SetText>,
    paragraph: usize,
}

impl Texts {
    /// Reads an element. Rendering refuses pages in which elements nest so deep that this could not.
    fn read(&mut self, element: ElementRef<'_>, around: &Setting) {
        let set = around.within(element.value());
        if set.hidden {
            return;
        }
        let begins = usize::from(BLOCKS.contains(&element.value().name()));
        self.paragraph += begins;
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                if text.contains(char::is_alphanumeric) {
                    self.found.push(SetText {
                        text: text.to_string(),
                        set: set.clone(),
                        paragraph: self.paragraph,
                    });
                }
            } else if let Some(inner) = ElementRef::wrap(child) {
                self.read(inner, &set);
            }
        }
        self.paragraph += begins;
    }
}

impl Setting {
    /// How words are set in an element that stands in words set so.
    fn within(&self, element: &Element) -> Self {
        let mut set = self.clone();
        set.hidden |= UNSEEN.contains(&element.name()) || element.attr("hidden").is_some();
        if element.name() == "center" {
            "center".clone_into(&mut set.align);
        }
        // A table aligns itself by this attribute, not its words.
        if let Some(align) = element.attr("align").filter(|_| element.name() != "table") {
            set.align = align.to_ascii_lowercase();
        }
        for declared in declarations(element.attr("style").unwrap_or_default()) {
            set.declare(&declared.name.to_ascii_lowercase(), declared.value);
        }
        set
    }

    fn declare(&mut self, name: &str, value: &str) {
        match (name, value) {
            ("font-size", size) => self.resize(size),
            ("font", font) => {
                let size = font
                    .split_whitespace()
                    .find(|word| word.starts_with(|c: char| c.is_ascii_digit()) && !word.ends_with("00"));
                let size = size.and_then(|word| word.split('/').next());
                if let Some(size) = size {
                    self.resize(size);
                }
            }
            ("text-align", align) => self.align = align.to_ascii_lowercase(),
            ("display", "none") | ("visibility", "hidden") | ("mso-hide", "all") | ("opacity", "0") => {
                self.hidden = true;
            }
            ("max-height", "0" | "0px") => self.hidden = true,
            _ => {}
        }
    }

    fn resize(&mut self, declared: &str) {
        if let Some(size) = Size::parse(declared) {
            self.size = size.within(self.size);
            declared.clone_into(&mut self.declared);
        }
    }
}
