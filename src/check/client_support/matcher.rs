//! How a feature is recognised.

/// A pattern of detectors.tsv.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Matcher {
    /// A property, whatever its value.
    Property(&'static str),
    /// A property whose value has this word or function in it.
    Value(&'static str, &'static str),
    /// A function in any value.
    Function(&'static str),
    /// A unit in any value.
    Unit(&'static str),
    /// A word in any value.
    Keyword(&'static str),
    /// An at-rule.
    At(&'static str),
    /// A pseudo-class or pseudo-element.
    Pseudo(&'static str),
    /// A rule within a rule.
    Nesting,
    /// An element.
    Element(&'static str),
    /// An attribute, of one element or of any.
    Attribute(Option<&'static str>, &'static str, Expected),
    /// An image whose file name ends so; `base64` is one that stands in the HTML itself.
    Image(&'static str),
}

/// What an attribute has to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Expected {
    /// Anything.
    Any,
    /// This, in any case.
    Value(&'static str),
    /// More than this, which it begins with.
    Start(&'static str),
}

impl Matcher {
    /// Reads a field of the table: patterns parted by `|`, each a kind, a colon and names parted by commas. `None` where one is misspelt.
    pub(super) fn read_all(field: &'static str) -> Option<Vec<Self>> {
        let mut matchers = Vec::new();
        for pattern in field.split('|').filter(|pattern| *pattern != "-") {
            let (kind, rest) = pattern.split_once(':')?;
            let (target, names) = match rest.split_once('=') {
                Some((target, names)) => (Some(target), names),
                None => (None, rest),
            };
            for name in names.split(',') {
                matchers.push(Self::read(kind, target, name)?);
            }
        }
        Some(matchers)
    }

    fn read(kind: &str, target: Option<&'static str>, name: &'static str) -> Option<Self> {
        Some(match (kind, target) {
            ("property", None) => Self::Property(name),
            ("value", Some(property)) => Self::Value(property, name),
            ("function", None) => Self::Function(name),
            ("unit", None) => Self::Unit(name),
            ("keyword", None) => Self::Keyword(name),
            ("at", None) => Self::At(name),
            ("pseudo", None) => Self::Pseudo(name),
            ("nesting", None) => Self::Nesting,
            ("element", None) => Self::Element(name),
            ("image", None) => Self::Image(name),
            ("attribute", Some(attribute)) => Self::attribute(attribute, Expected::Value(name)),
            ("attribute", None) => match name.split_once('^') {
                Some((attribute, start)) => Self::attribute(attribute, Expected::Start(start)),
                None => Self::attribute(name, Expected::Any),
            },
            _ => return None,
        })
    }

    fn attribute(target: &'static str, expected: Expected) -> Self {
        match target.split_once('.') {
            Some((element, name)) => Self::Attribute(Some(element), name, expected),
            None => Self::Attribute(None, target, expected),
        }
    }
}

impl Expected {
    /// Whether an attribute's value is what is looked for.
    pub(super) fn is_met_by(self, value: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Value(wanted) => value.trim().eq_ignore_ascii_case(wanted),
            Self::Start(start) => value.trim().len() > start.len() && value.trim().starts_with(start),
        }
    }
}
