//! What the styles of a page set for each of its elements.

use std::collections::HashMap;
use std::rc::Rc;

use scraper::{ElementRef, Html};

use super::element::is_apart;
use super::mode::Canvas;
use super::{Computed, Mode, Setting, Sheet, by_attributes, settings};

/// Settings with whether each is important.
type Style = Rc<[(Setting, bool)]>;

/// The styles of a page.
pub(super) struct Cascade<'a> {
    sheet: Sheet,
    canvas: Canvas,
    mode: Mode,
    /// `style` attributes that were read before: most stand on many elements.
    read: HashMap<&'a str, Style>,
}

impl<'a> Cascade<'a> {
    /// Reads a page's style sheets; `None` where the page has nothing that belongs to the mode.
    pub(super) fn of(document: &'a Html, mode: Mode) -> Option<Self> {
        let mut sheet = Sheet::default();
        let mut has_dark_rules = false;
        let mut is_dark_by_itself = false;
        for element in document.root_element().descendent_elements() {
            match element.value().name() {
                "style" => {
                    let text: String = element.text().collect();
                    has_dark_rules |= text.contains("prefers-color-scheme");
                    sheet.add(&text, mode);
                }
                "meta" if element.attr("name") == Some("color-scheme") => {
                    is_dark_by_itself |= element
                        .attr("content")
                        .is_some_and(|schemes| schemes.contains("dark"));
                }
                _ => {}
            }
        }
        if mode == Mode::OwnDark && !has_dark_rules {
            return None;
        }
        let dark = match mode {
            Mode::Light => false,
            Mode::OwnDark => is_dark_by_itself,
            Mode::ForcedDark => true,
        };
        Some(Self {
            sheet,
            canvas: Canvas::new(dark),
            mode,
            read: HashMap::new(),
        })
    }

    /// What holds on the bare page.
    pub(super) fn canvas(&self) -> Computed {
        Computed::new(&self.canvas)
    }

    /// What holds within an element.
    pub(super) fn within(&mut self, around: &Computed, element: ElementRef<'a>) -> Computed {
        if !around.is_shown() || is_apart(element.value()) {
            return around.hidden();
        }
        let own = self.own_style(element);
        let mut ranked = Vec::new();
        for (place, rule) in self.sheet.rules_for(element) {
            for (setting, important) in &rule.settings {
                ranked.push(((*important, false, rule.specificity, place), *setting));
            }
        }
        for (setting, important) in own.iter() {
            ranked.push(((*important, true, (0, 0, 0), 0), *setting));
        }
        // Stable: of equals the later one is stronger.
        ranked.sort_by_key(|(rank, _)| *rank);
        let settings = by_attributes(element.value(), &self.canvas).into_iter();
        // What the client itself adds is not changed by it.
        around.within(
            settings.chain(ranked.into_iter().map(|(_, setting)| setting)),
            self.mode,
        )
    }

    fn own_style(&mut self, element: ElementRef<'a>) -> Style {
        let Some(style) = element.attr("style") else {
            return Rc::from([]);
        };
        let read = self.read.entry(style).or_insert_with(|| settings(style).into());
        Rc::clone(read)
    }
}
