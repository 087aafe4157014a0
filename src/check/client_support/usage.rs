//! What an HTML part uses, in earnest.

use std::collections::HashMap;
use std::rc::Rc;

use crate::check::css::{StyleRule, StyleSheet};
use crate::foundation::Span;

use super::{
    Attribute, ClientSet, Detectors, Markup, StyleUse, Tag, Use, Weight, detectors, fallback, style_uses,
    tables,
};

/// How many uses of a feature are kept.
const MOST: usize = 8;
/// The longest snippet, in characters.
const LONGEST: usize = 60;

/// The features that an HTML part uses.
pub(super) struct Usage<'a> {
    markup: &'a Markup<'a>,
    detectors: &'static Detectors,
    /// By their places in the table.
    found: Vec<Option<Found>>,
    /// What styles use that were read before: most stand on many elements.
    read: HashMap<&'a str, Rc<[StyleUse]>>,
}

/// A feature that is used.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The first few uses.
    pub(super) uses: Vec<Use>,
    /// Clients that are not told to skip every one of them.
    pub(super) reaches: ClientSet,
}

impl<'a> Usage<'a> {
    /// Looks through an HTML part; tells of each feature in the table whether it is used.
    pub(super) fn of(markup: &'a Markup<'a>) -> Vec<Option<Found>> {
        let mut usage = Self {
            markup,
            detectors: detectors(),
            found: tables().features.iter().map(|_| None).collect(),
            read: HashMap::new(),
        };
        for (place, tag) in markup.tags.iter().enumerate().filter(|(_, tag)| !tag.closing) {
            if tag.is("style") {
                usage.look_at_sheet(place);
            } else if !tag.attributes.iter().any(fallback::hides) {
                usage.look_at_element(place, tag);
            }
        }
        usage.found
    }

    fn look_at_element(&mut self, place: usize, tag: &'a Tag<'a>) {
        let elements = self.detectors.element(tag.name);
        if !elements.is_empty() && !fallback::shows_within(self.markup, place) {
            for feature in elements {
                self.add_as(*feature, tag.not_for_word, tag.span, format!("<{}>", tag.name));
            }
        }
        for attribute in &tag.attributes {
            if attribute.name.eq_ignore_ascii_case("style") {
                self.look_at_style(place, attribute.value, attribute.value_start);
                continue;
            }
            if !fallback::links_fonts(tag) {
                self.look_at_attribute(tag, attribute);
            }
            if tag.is("img") && attribute.name.eq_ignore_ascii_case("src") {
                let name = file_name(attribute.value);
                let value = Span::new(
                    attribute.value_start,
                    attribute.value_start + attribute.value.len(),
                );
                for feature in self.detectors.image(ending(name)) {
                    self.add_as(*feature, tag.not_for_word, value, shortened(name));
                }
            }
        }
    }

    fn look_at_attribute(&mut self, tag: &Tag<'_>, attribute: &Attribute<'_>) {
        for feature in self
            .detectors
            .attribute(tag.name, attribute.name, attribute.value)
        {
            let written = shortened(attribute.span.of(self.markup.html));
            // An `<input type="checkbox">` is an element of its own kind.
            let snippet = match tables().features[feature].weight {
                Weight::Content => format!("<{} {written}>", tag.name),
                _ => written,
            };
            self.add_as(feature, tag.not_for_word, attribute.span, snippet);
        }
    }

    fn look_at_style(&mut self, place: usize, style: &'a str, start: usize) {
        let tag = &self.markup.tags[place];
        let uses = self.read.entry(style).or_insert_with(|| style_uses(style).into());
        let uses = Rc::clone(uses);
        for used in uses.iter() {
            let slug = tables().features[used.feature].slug;
            if slug == "css-float" && fallback::is_aligned(tag)
                || used.paints
                    && (self.is_told_enough(used.feature)
                        || fallback::readable_without_image(self.markup, place))
            {
                continue;
            }
            let drawn = used.paints && self.markup.draws_for_word;
            self.add_for(used.feature, tag.not_for_word || drawn, used.span.shifted(start));
        }
    }

    fn look_at_sheet(&mut self, place: usize) {
        let tag = &self.markup.tags[place];
        let (text, _) = self.markup.within(place);
        let sheet = StyleSheet::read(text);
        let start = tag.span.end;
        for rule in &sheet.at_rules {
            if !fallback::only_brings_fonts(rule.prelude) {
                let features = self.detectors.at_rule(rule.name);
                self.add_all(features, tag, rule.span.shifted(start));
            }
        }
        // What stands in an at-rule is for some clients only, and an extra there.
        for rule in sheet.rules.iter().filter(|rule| rule.within.is_empty()) {
            self.look_at_rule(tag, rule, start);
        }
    }

    fn look_at_rule(&mut self, tag: &'a Tag<'a>, rule: &StyleRule<'a>, start: usize) {
        let selectors = Span::new(rule.start, rule.start + rule.selectors.len()).shifted(start);
        for name in pseudos(rule.selectors) {
            self.add_all(self.detectors.pseudo(name), tag, selectors);
        }
        if rule.body.contains('{') {
            self.add_all(&self.detectors.nesting, tag, selectors);
        }
        for used in style_uses(rule.body) {
            self.add_for(
                used.feature,
                tag.not_for_word,
                used.span.shifted(start + rule.body_start),
            );
        }
    }

    fn is_told_enough(&self, feature: usize) -> bool {
        self.found[feature]
            .as_ref()
            .is_some_and(|found| found.uses.len() >= MOST)
    }

    fn add_all(&mut self, features: &[usize], tag: &Tag<'_>, span: Span) {
        for feature in features {
            self.add(*feature, tag, span);
        }
    }

    fn add(&mut self, feature: usize, tag: &Tag<'_>, span: Span) {
        self.add_for(feature, tag.not_for_word, span);
    }

    fn add_for(&mut self, feature: usize, not_for_word: bool, span: Span) {
        let html = self.markup.html;
        self.add_with(feature, not_for_word, span, || shortened(span.of(html)));
    }

    fn add_as(&mut self, feature: usize, not_for_word: bool, span: Span, snippet: String) {
        self.add_with(feature, not_for_word, span, || snippet);
    }

    fn add_with(&mut self, feature: usize, not_for_word: bool, span: Span, snippet: impl FnOnce() -> String) {
        let found = self.found[feature].get_or_insert_default();
        let everyone = tables().features[feature].known;
        let reached = if not_for_word {
            everyone.without(tables().word)
        } else {
            everyone
        };
        found.reaches = found.reaches.or(reached);
        if found.uses.len() < MOST {
            found.uses.push(Use {
                span,
                snippet: snippet(),
            });
        }
    }
}

/// The name of an image's file; of an image that stands in the address itself, what it is.
fn file_name(address: &str) -> &str {
    let address = address.trim();
    if is_data(address) {
        return address.split([',', ';']).next().unwrap_or_default();
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rsplit('/').next().unwrap_or_default()
}

/// How an image's file name ends; `base64` of an image that stands in the address itself.
fn ending(name: &str) -> &str {
    if is_data(name) {
        return "base64";
    }
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn is_data(address: &str) -> bool {
    let scheme = address.get(..5);
    scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("data:"))
}

/// The names after colons in a selector.
fn pseudos(selectors: &str) -> impl Iterator<Item = &str> {
    selectors.split(':').skip(1).map(|rest| {
        let end = rest
            .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .unwrap_or(rest.len());
        &rest[..end]
    })
}

fn shortened(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().take(LONGEST).collect();
    let text = words.join(" ");
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text,
    }
}
