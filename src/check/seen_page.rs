//! The HTML part as it is read: what is seen of it, and what is not.

use scraper::{ElementRef, Html, Node};

use super::conceals::{Concealed, concealed};

/// So much of a page's beginning is kept: more than mail programs show beside a subject.
const OPENING: usize = 300;

/// What a page says.
#[derive(Debug, Default)]
pub(super) struct SeenPage {
    /// What is seen, a line for each block.
    pub(super) text: String,
    /// The same without code.
    pub(super) prose: String,
    /// Texts that are not shown, each with at least a letter or digit.
    pub(super) hidden: Vec<String>,
    /// What comes first, shown or not: mail programs put it beside the subject.
    pub(super) opening: String,
    /// The links.
    pub(super) links: Vec<SeenLink>,
    /// The pictures.
    pub(super) images: Vec<SeenImage>,
    /// Whether the last text was a hidden one.
    in_hidden: bool,
}

/// A link.
#[derive(Debug, Default)]
pub(super) struct SeenLink {
    /// Where it leads.
    pub(super) href: String,
    /// What is seen of it, pictures by what they say.
    pub(super) text: String,
}

/// A picture.
#[derive(Debug)]
pub(super) struct SeenImage {
    /// Its address.
    pub(super) src: String,
    /// Whether a link is around it.
    pub(super) linked: bool,
    /// Whether it is no more than a pixel in both directions.
    pub(super) is_dot: bool,
}

/// What holds at a place of the page.
#[derive(Debug, Clone, Copy, Default)]
struct Surroundings {
    concealed: Concealed,
    code: bool,
    link: Option<usize>,
}

impl SeenPage {
    /// Reads a page.
    pub(super) fn of(dom: &Html) -> Self {
        let mut page = Self::default();
        page.read(dom.root_element(), Surroundings::default());
        page.hidden.retain(|text| text.contains(char::is_alphanumeric));
        page
    }

    fn read(&mut self, element: ElementRef<'_>, around: Surroundings) {
        let name = element.value().name();
        let mut here = Surroundings {
            concealed: concealed(element.value(), around.concealed),
            ..around
        };
        match name {
            "head" | "script" | "style" | "template" | "title" | "noscript" => return,
            "code" | "pre" | "samp" | "kbd" => here.code = true,
            "a" => here.link = self.link(element),
            "img" => self.image(element, here),
            _ => {}
        }
        let block = is_block(name);
        if block {
            self.line_end();
        }
        for child in element.children() {
            if let Node::Text(text) = child.value() {
                self.words(text, here);
            } else if let Some(inner) = ElementRef::wrap(child) {
                self.read(inner, here);
            }
        }
        if block {
            self.line_end();
        }
    }

    fn words(&mut self, text: &str, here: Surroundings) {
        if self.opening.len() < OPENING {
            push(&mut self.opening, text);
        }
        if here.concealed.is_seen() {
            push(&mut self.text, text);
            if !here.code {
                push(&mut self.prose, text);
            }
            if let Some(link) = here.link {
                push(&mut self.links[link].text, text);
            }
            self.in_hidden &= text.trim().is_empty();
        } else {
            if !self.in_hidden {
                self.hidden.push(String::new());
            }
            self.in_hidden = true;
            if let Some(last) = self.hidden.last_mut() {
                push(last, text);
            }
        }
    }

    fn link(&mut self, element: ElementRef<'_>) -> Option<usize> {
        let href = element.attr("href")?.trim().to_owned();
        self.links.push(SeenLink {
            href,
            text: String::new(),
        });
        Some(self.links.len() - 1)
    }

    fn image(&mut self, element: ElementRef<'_>, here: Surroundings) {
        let number = |name: &str| {
            let value = element
                .attr(name)
                .map(|value| value.trim().trim_end_matches("px"));
            value.and_then(|value| value.parse::<u32>().ok())
        };
        let is_dot = |name: &str| number(name).is_some_and(|size| size <= 1);
        self.images.push(SeenImage {
            src: element.attr("src").unwrap_or_default().trim().to_owned(),
            linked: here.link.is_some(),
            is_dot: is_dot("width") && is_dot("height"),
        });
        if let (Some(link), Some(alt)) = (here.link, element.attr("alt"))
            && here.concealed.is_seen()
        {
            push(&mut self.links[link].text, alt);
        }
    }

    fn line_end(&mut self) {
        for text in [&mut self.text, &mut self.prose] {
            if !text.is_empty() && !text.ends_with('\n') {
                text.truncate(text.trim_end().len());
                text.push('\n');
            }
        }
        if !self.opening.is_empty() && !self.opening.ends_with(' ') {
            self.opening.push(' ');
        }
    }
}

/// Adds a text, white space made single spaces.
fn push(to: &mut String, text: &str) {
    let is_blank = |byte: u8| byte.is_ascii_whitespace();
    let bytes = text.as_bytes();
    if bytes.first().is_some_and(|byte| is_blank(*byte))
        && !to.is_empty()
        && !to.ends_with(char::is_whitespace)
    {
        to.push(' ');
    }
    let Some(first) = bytes.iter().position(|byte| !is_blank(*byte)) else {
        return;
    };
    let rest = &text[first..];
    let is_loose = memchr::memchr3(b'\n', b'\t', b'\r', rest.as_bytes()).is_some()
        || rest.ends_with(' ')
        || rest.contains('\x0C')
        || memchr::memmem::find(rest.as_bytes(), b"  ").is_some();
    if !is_loose {
        to.push_str(rest);
        return;
    }
    for (number, word) in rest.split_ascii_whitespace().enumerate() {
        if number > 0 {
            to.push(' ');
        }
        to.push_str(word);
    }
    if rest.ends_with(|c: char| c.is_ascii_whitespace()) {
        to.push(' ');
    }
}

/// Elements before and behind which a line ends.
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "blockquote"
            | "body"
            | "br"
            | "center"
            | "dd"
            | "div"
            | "dl"
            | "dt"
            | "figure"
            | "footer"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hr"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "section"
            | "table"
            | "td"
            | "th"
            | "tr"
            | "ul"
    )
}
