//! Which of a subscriber's values an expression prints or asks for, where it is simple enough to tell.

/// Filters that fail, or give nothing, by whether they are given text, and not by which. `trim` is none: `trim("-")` makes nothing of a hyphen.
const FILTERS: [&str; 8] = [
    "default",
    "d",
    "upper",
    "lower",
    "title",
    "capitalize",
    "escape",
    "e",
];

/// Words between values that look at nothing but whether these are there.
const WORDS: [&str; 5] = ["true", "false", "not", "and", "or"];

/// Adds the names of `subscriber.NAME` in an expression, each once. `false` where it holds anything but such names, names of links, texts, and the filters and words
/// above: then what the values are may decide whether it can be filled.
pub(super) fn collect(expression: &str, names: &mut Vec<String>) -> bool {
    let mut rest = expression.trim_start();
    while let Some(first) = rest.chars().next() {
        let length = match first {
            '|' | '(' | ')' | ',' => 1,
            '"' | '\'' => match text_length(rest, first) {
                Some(length) => length,
                None => return false,
            },
            'a'..='z' | 'A'..='Z' | '_' => {
                let word = word(rest);
                if !is_plain(word, names) {
                    return false;
                }
                word.len()
            }
            _ => return false,
        };
        rest = rest[length..].trim_start();
    }
    true
}

/// A quoted text; one with a backslash is not looked into.
fn text_length(rest: &str, quote: char) -> Option<usize> {
    let end = rest[1..].find([quote, '\\'])? + 1;
    rest[end..].starts_with(quote).then_some(end + 1)
}

fn word(rest: &str) -> &str {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '.';
    &rest[..rest.find(|c| !is_word(c)).unwrap_or(rest.len())]
}

fn is_plain(word: &str, names: &mut Vec<String>) -> bool {
    match word.split_once('.') {
        None => FILTERS.contains(&word) || WORDS.contains(&word),
        Some(("links", _)) => true,
        Some(("subscriber", name)) if !name.contains('.') => {
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
            true
        }
        Some(_) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(expression: &str) -> Option<Vec<String>> {
        let mut names = Vec::new();
        collect(expression, &mut names).then_some(names)
    }

    #[test]
    fn values_that_are_printed_are_told_by_name() {
        let told = |names: &[&str]| Some(names.iter().map(ToString::to_string).collect::<Vec<_>>());
        assert_eq!(names("subscriber.name"), told(&["name"]));
        assert_eq!(
            names("subscriber.name | default(subscriber.email) | upper | default('re\"ader', true)"),
            told(&["name", "email"])
        );
        assert_eq!(names("links.unsubscribe"), told(&[]));
        assert_eq!(
            names("not subscriber.city and (subscriber.tags or true)"),
            told(&["city", "tags"])
        );
    }

    #[test]
    fn whatever_may_depend_on_a_value_is_tried_for_everyone() {
        for expression in [
            "subscriber.age | int",
            "subscriber.age + 1",
            "subscriber.name[0]",
            "'a' if subscriber.name == 'b' else subscriber.town",
            "subscriber.name is number",
            "subscriber.name.upper",
            "subscriber[\"name\"]",
            "subscriber.name | trim(\"-\")",
            "subscriber.name | default(\"\\u0041\")",
            "subscriber.name | default(\"open",
            "subscriber",
            "names",
        ] {
            assert_eq!(names(expression), None, "{expression}");
        }
    }
}
