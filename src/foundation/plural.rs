//! Numbers and enumerations as people write them.

use std::fmt::Display;

/// `1 bullet`, `7 bullets`, `2 copies`, `3 addresses`: the plural is the noun with `s`, with `ies` for its `y`, or with `es` behind its own `s`.
pub fn plural(count: usize, noun: &str) -> String {
    match (count, noun.strip_suffix('y')) {
        (1, _) => format!("1 {noun}"),
        (_, Some(stem)) => format!("{} {stem}ies", grouped(count)),
        (_, None) if noun.ends_with('s') => format!("{} {noun}es", grouped(count)),
        (_, None) => format!("{} {noun}s", grouped(count)),
    }
}

/// `a`, `a and b`, `a, b, and c`; empty for nothing.
pub fn listed<T: Display>(items: &[T]) -> String {
    match items {
        [] => String::new(),
        [one] => one.to_string(),
        [a, b] => format!("{a} and {b}"),
        [init @ .., last] => {
            let init: Vec<String> = init.iter().map(ToString::to_string).collect();
            format!("{}, and {last}", init.join(", "))
        }
    }
}

/// Thousands set apart: `12,345`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}
