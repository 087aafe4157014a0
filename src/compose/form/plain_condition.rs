//! Conditions that only ask whether a value is there.

use super::plain_name::PlainName;
use crate::compose::reader::Reader;

/// `subscriber.NAME` or `links.unsubscribe`, with a `not` before it or without: what most `if`s ask. It is answered without a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PlainCondition {
    name: PlainName,
    is_wanted: bool,
}

impl PlainCondition {
    /// Reads what stands behind `if`; `None` for what takes MiniJinja.
    pub(super) fn parse(expression: &str) -> Option<Self> {
        let expression = expression.trim();
        let negated = expression
            .strip_prefix("not")
            .filter(|rest| rest.starts_with(char::is_whitespace));
        Some(Self {
            name: PlainName::parse(negated.unwrap_or(expression))?,
            is_wanted: negated.is_none(),
        })
    }

    /// Whether it holds for a reader.
    pub(super) fn holds(&self, reader: &Reader<'_>) -> bool {
        self.name.is_there(reader) == self.is_wanted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(expression: &str) -> Option<(bool, bool)> {
        let condition = PlainCondition::parse(expression)?;
        Some((condition.is_wanted, condition.name.is_tags()))
    }

    #[test]
    fn names_are_read_with_a_not_before_them_or_without() {
        assert_eq!(read(" subscriber.city "), Some((true, false)));
        assert_eq!(read("subscriber.tags"), Some((true, true)));
        assert_eq!(read("not\tsubscriber.notes"), Some((false, false)));
        assert_eq!(read("links.unsubscribe"), Some((true, false)));
    }

    #[test]
    fn whatever_asks_more_is_left_to_the_template() {
        for expression in [
            "",
            "true",
            "subscriber",
            "notsubscriber.city",
            "not not subscriber.city",
            "subscriber.city == 'Qarland'",
            "subscriber.city or subscriber.name",
            "(subscriber.city)",
            "subscriber.city is defined",
            "subscriber.city | upper",
            "subscriber.city.length",
            "'vip' in subscriber.tags",
        ] {
            assert_eq!(read(expression), None, "{expression}");
        }
    }
}
