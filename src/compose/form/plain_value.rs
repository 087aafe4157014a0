//! Values that are printed as they are.

use super::plain_name::PlainName;
use crate::compose::reader::Reader;

/// `subscriber.NAME` or `links.unsubscribe`, with a `default("…")` or without: what most slots hold. It is read without a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainValue {
    name: PlainName,
    otherwise: Option<String>,
}

impl PlainValue {
    /// Reads an expression; `None` for one that takes MiniJinja.
    pub(super) fn parse(expression: &str) -> Option<Self> {
        let expression = expression.trim();
        let (path, filter) = match expression.split_once('|') {
            Some((path, filter)) => (path.trim_end(), Some(filter.trim())),
            None => (expression, None),
        };
        // Tags are a list, which is no text.
        let name = PlainName::parse(path).filter(|name| !name.is_tags())?;
        let otherwise = match filter {
            Some(filter) => Some(default_text(filter)?.to_owned()),
            None => None,
        };
        Some(Self { name, otherwise })
    }

    /// Its value for a reader; `None` where there is none.
    pub(super) fn of<'a>(&'a self, reader: &Reader<'a>) -> Option<&'a str> {
        self.name.value(reader).or(self.otherwise.as_deref())
    }
}

/// The text of `default("text")` or `default("text", true)`, which mean the same here: what is empty is not there.
fn default_text(filter: &str) -> Option<&str> {
    let arguments = filter
        .strip_prefix("default")
        .or_else(|| filter.strip_prefix('d'))?
        .trim_start()
        .strip_prefix('(')?
        .strip_suffix(')')?
        .trim();
    let quote = arguments.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let (text, rest) = arguments[1..].split_once(quote)?;
    let rest: String = rest.split_whitespace().collect();
    let is_plain = !text.contains('\\') && matches!(&*rest, "" | ",true");
    is_plain.then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(expression: &str) -> Option<(&'static str, Option<String>)> {
        let value = PlainValue::parse(expression)?;
        let name = match value.name {
            PlainName::Subscriber(name) if name == "name" => "name",
            PlainName::Subscriber(_) => "another",
            PlainName::Unsubscribe => "unsubscribe",
        };
        Some((name, value.otherwise))
    }

    #[test]
    fn values_with_a_default_or_without_are_read() {
        let reader = || Some("reader".to_owned());
        assert_eq!(read(" subscriber.name "), Some(("name", None)));
        assert_eq!(read("subscriber.home_town2"), Some(("another", None)));
        assert_eq!(read("links.unsubscribe"), Some(("unsubscribe", None)));
        assert_eq!(
            read("subscriber.name | default(\"reader\")"),
            Some(("name", reader()))
        );
        assert_eq!(
            read("subscriber.name|d( 'reader' , true )"),
            Some(("name", reader()))
        );
        assert_eq!(
            read("subscriber.name | default('a | b')"),
            Some(("name", Some("a | b".to_owned())))
        );
    }

    #[test]
    fn whatever_says_more_is_left_to_the_template() {
        for expression in [
            "subscriber.tags",
            "subscriber.name.first",
            "subscriber[\"name\"]",
            "subscriber",
            "name",
            "links.archive",
            "subscriber.name | upper",
            "subscriber.name | default(subscriber.email)",
            "subscriber.name | default('a') | upper",
            "subscriber.name | default('a', false)",
            "subscriber.name | default('\\u0041')",
            "subscriber.name | default('a' ~ 'b')",
            "subscriber.name | default()",
            "subscriber.name + '|'",
            "subscriber.1st",
        ] {
            assert_eq!(read(expression), None, "{expression}");
        }
    }
}
