//! Text as a YAML value of one line.

use std::fmt::Write;

use crate::publication::Author;

/// Words that YAML 1.1 or 1.2 take for something other than text.
const NOT_TEXT: [&str; 10] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan"];

/// `text` as it can stand after `key: ` and between brackets: plain where that is safe, else in double quotes.
pub(super) fn yaml_text(text: &str) -> String {
    let plain_character =
        |c: char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '.' | '_' | '(' | ')' | '/');
    let begins_well = text.chars().next().is_some_and(char::is_alphabetic);
    let ends_well = text
        .chars()
        .last()
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | ')'));
    let is_text = !NOT_TEXT.contains(&text.to_lowercase().as_str());
    if begins_well && ends_well && is_text && text.chars().all(plain_character) {
        return text.to_owned();
    }
    quoted(text)
}

/// `{ name: Aigerim Serik, affiliation: "Example Institute, Kazakhstan" }`
pub(super) fn yaml_author(author: &Author) -> String {
    let name = yaml_text(&author.name);
    match &author.affiliation {
        Some(affiliation) => format!("{{ name: {name}, affiliation: {} }}", yaml_text(affiliation)),
        None => format!("{{ name: {name} }}"),
    }
}

/// A double-quoted scalar (YAML 1.2 section 7.3.1). What could break the line or hide in it is escaped.
fn quoted(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => written.push_str("\\\""),
            '\\' => written.push_str("\\\\"),
            '\n' => written.push_str("\\n"),
            '\t' => written.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{FEFF}') => {
                let _ = write!(written, "\\U{:08X}", u32::from(c));
            }
            c => written.push(c),
        }
    }
    written.push('"');
    written
}
