//! The patterns of all features, by what they look at.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use super::{Expected, Matcher, tables};

/// Features by a name in lower case.
type ByName = HashMap<&'static str, Vec<usize>>;

/// What to look for. Numbers are places in the table of features.
#[derive(Debug, Default)]
pub(super) struct Detectors {
    properties: ByName,
    values: HashMap<&'static str, Vec<(&'static str, usize)>>,
    functions: ByName,
    units: ByName,
    keywords: ByName,
    at_rules: ByName,
    pseudos: ByName,
    elements: ByName,
    images: ByName,
    attributes: HashMap<&'static str, Vec<InAttribute>>,
    /// Features that a rule within a rule uses.
    pub(super) nesting: Vec<usize>,
}

/// A feature that an attribute uses: of which element, and with what value.
type InAttribute = (Option<&'static str>, Expected, usize);

/// The patterns, sorted once.
pub(super) fn detectors() -> &'static Detectors {
    static DETECTORS: LazyLock<Detectors> = LazyLock::new(Detectors::sorted);
    &DETECTORS
}

impl Detectors {
    fn sorted() -> Self {
        let mut all = Self::default();
        for (feature, matchers) in tables().features.iter().map(|f| &f.matchers).enumerate() {
            for matcher in matchers {
                all.add(*matcher, feature);
            }
        }
        all
    }

    fn add(&mut self, matcher: Matcher, feature: usize) {
        let (names, name) = match matcher {
            Matcher::Property(name) => (&mut self.properties, name),
            Matcher::Function(name) => (&mut self.functions, name),
            Matcher::Unit(name) => (&mut self.units, name),
            Matcher::Keyword(name) => (&mut self.keywords, name),
            Matcher::At(name) => (&mut self.at_rules, name),
            Matcher::Pseudo(name) => (&mut self.pseudos, name),
            Matcher::Element(name) => (&mut self.elements, name),
            Matcher::Image(name) => (&mut self.images, name),
            Matcher::Nesting => return self.nesting.push(feature),
            Matcher::Value(property, word) => {
                return self.values.entry(property).or_default().push((word, feature));
            }
            Matcher::Attribute(element, name, expected) => {
                let named = self.attributes.entry(name).or_default();
                return named.push((element, expected, feature));
            }
        };
        names.entry(name).or_default().push(feature);
    }

    /// Features that a property uses by being there.
    pub(super) fn property(&self, name: &str) -> &[usize] {
        look_up(&self.properties, name)
    }

    /// Words that matter in a property's value.
    pub(super) fn values(&self, property: &str) -> &[(&'static str, usize)] {
        self.values
            .get(&*lower(property))
            .map_or(&[], |words| words.as_slice())
    }

    /// Features that use a function in any value.
    pub(super) fn function(&self, name: &str) -> &[usize] {
        look_up(&self.functions, name)
    }

    /// Features that are a unit.
    pub(super) fn unit(&self, name: &str) -> &[usize] {
        look_up(&self.units, name)
    }

    /// Features that are a word in any value.
    pub(super) fn keyword(&self, name: &str) -> &[usize] {
        look_up(&self.keywords, name)
    }

    /// Features that are an at-rule.
    pub(super) fn at_rule(&self, name: &str) -> &[usize] {
        look_up(&self.at_rules, name)
    }

    /// Features that are a pseudo-class or pseudo-element.
    pub(super) fn pseudo(&self, name: &str) -> &[usize] {
        look_up(&self.pseudos, name)
    }

    /// Features that are an element.
    pub(super) fn element(&self, name: &str) -> &[usize] {
        look_up(&self.elements, name)
    }

    /// Features that are a kind of image.
    pub(super) fn image(&self, ending: &str) -> &[usize] {
        look_up(&self.images, ending)
    }

    /// Features that are an attribute of an element.
    pub(super) fn attribute(&self, element: &str, name: &str, value: &str) -> impl Iterator<Item = usize> {
        let named = self.attributes.get(&*lower(name)).into_iter().flatten();
        named
            .filter(move |(of, expected, _)| {
                of.is_none_or(|of| of.eq_ignore_ascii_case(element)) && expected.is_met_by(value)
            })
            .map(|(.., feature)| *feature)
    }
}

fn look_up<'a>(names: &'a ByName, name: &str) -> &'a [usize] {
    names
        .get(&*lower(name))
        .map_or(&[], |features| features.as_slice())
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(name.to_ascii_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}
