//! The style sheets of a page, made ready for its elements.

use std::collections::HashMap;

use scraper::{ElementRef, Selector};

use crate::check::css::{AtRule, StyleSheet, pieces};

use super::{Compound, Mode, Setting, settings, specificity};

/// The rules of a page that hold in a mode.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    by_id: HashMap<String, Vec<usize>>,
    by_class: HashMap<String, Vec<usize>>,
    by_element: HashMap<String, Vec<usize>>,
    for_anything: Vec<usize>,
}

/// One selector and what it sets.
#[derive(Debug)]
pub(super) struct Rule {
    selector: Selector,
    /// How exact the selector is.
    pub(super) specificity: (usize, usize, usize),
    /// What it sets.
    pub(super) settings: Vec<(Setting, bool)>,
}

impl Sheet {
    /// Takes in a style sheet's rules that hold in a mode.
    pub(super) fn add(&mut self, text: &str, mode: Mode) {
        for rule in StyleSheet::read(text).rules {
            if !rule.within.iter().all(|condition| holds(condition, mode)) {
                continue;
            }
            let settings = settings(rule.body);
            if settings.is_empty() {
                continue;
            }
            for (_, selector) in pieces(rule.selectors, b',') {
                self.add_rule(selector, &settings);
            }
        }
    }

    fn add_rule(&mut self, selector: &str, settings: &[(Setting, bool)]) {
        // Whoever opens a mail has not been anywhere yet.
        let unvisited = selector.replace(":any-link", "[href]").replace(":link", "[href]");
        // One that waits for a hand (`a:hover`) cannot be read, and does not matter.
        if let Ok(parsed) = Selector::parse(&unvisited) {
            self.file(&unvisited);
            self.rules.push(Rule {
                selector: parsed,
                specificity: specificity(&unvisited),
                settings: settings.to_vec(),
            });
        }
    }

    fn file(&mut self, selector: &str) {
        let place = self.rules.len();
        match Compound::of(selector) {
            Compound::Id(id) => self.by_id.entry(id).or_default().push(place),
            Compound::Class(class) => self.by_class.entry(class).or_default().push(place),
            Compound::Element(name) => self.by_element.entry(name).or_default().push(place),
            Compound::Anything => self.for_anything.push(place),
        }
    }

    /// The rules that an element matches, each with its place.
    pub(super) fn rules_for(&self, element: ElementRef<'_>) -> Vec<(usize, &Rule)> {
        let value = element.value();
        let none = Vec::new();
        let id = value.id().and_then(|id| self.by_id.get(id)).unwrap_or(&none);
        let classes = value
            .classes()
            .filter_map(|class| self.by_class.get(class))
            .flatten();
        let named = self.by_element.get(value.name()).unwrap_or(&none);
        let places = id.iter().chain(classes).chain(named).chain(&self.for_anything);
        places
            .map(|place| (*place, &self.rules[*place]))
            .filter(|(_, rule)| rule.selector.matches(&element))
            .collect()
    }
}

/// Whether what stands in an at-rule holds on a wide screen.
fn holds(condition: &AtRule<'_>, mode: Mode) -> bool {
    if condition.name.eq_ignore_ascii_case("layer") {
        return true;
    }
    if !condition.name.eq_ignore_ascii_case("media") {
        return false;
    }
    let queries = condition.prelude.to_ascii_lowercase();
    queries.split(',').any(|query| {
        query.split(" and ").all(|feature| match feature.trim() {
            "" | "all" | "screen" | "only screen" => true,
            feature => match feature.split_once("prefers-color-scheme") {
                Some((_, scheme)) => scheme.contains("dark") == mode.obeys_dark_rules(),
                None => false,
            },
        })
    })
}
