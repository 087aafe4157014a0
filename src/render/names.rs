//! The names that a tag speaks of.

use std::collections::BTreeSet;

use minijinja::Environment;

/// Names as a tag writes them: `issue`, `section.id`. Sorted, so that everything made of them is the same every time.
pub(super) type Names = BTreeSet<String>;

/// What only a copy knows.
pub(super) const OPEN: [&str; 2] = ["subscriber", "links"];

/// The name itself, without what is asked of it: `section` of `section.id`.
pub(super) fn root(name: &str) -> &str {
    name.split_once('.').map_or(name, |(root, _)| root)
}

/// The names that an expression uses and does not bind itself; `None` where it is no expression.
pub(super) fn of_expression(expression: &str) -> Option<Names> {
    let engine = Environment::new();
    let compiled = engine.compile_expression(expression).ok()?;
    Some(without_globals(
        &engine,
        compiled.undeclared_variables(true).into_iter(),
    ))
}

/// The names that a statement uses and does not bind itself, found by compiling it with `end` behind; `None` where it is no statement.
pub(super) fn of_statement(statement: &str, end: &str) -> Option<Names> {
    let engine = Environment::new();
    let probe = format!("{{% {statement} %}}{end}");
    let compiled = engine.template_from_str(&probe).ok()?;
    Some(without_globals(
        &engine,
        compiled.undeclared_variables(true).into_iter(),
    ))
}

/// Every word in a tag that could be a name: not in a string, not behind a dot. More than are names, never fewer.
pub(super) fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    let mut after_dot = false;
    while at < bytes.len() {
        let start = at;
        match bytes[at] {
            quote @ (b'"' | b'\'') => {
                at += 1;
                while at < bytes.len() && bytes[at] != quote {
                    at += if bytes[at] == b'\\' { 2 } else { 1 };
                }
                at += 1;
            }
            byte if is_name_byte(byte) => {
                at += bytes[at..].iter().take_while(|byte| is_name_byte(**byte)).count();
                if !after_dot && !byte.is_ascii_digit() {
                    words.push(&text[start..at]);
                }
            }
            _ => at += 1,
        }
        if !bytes[start].is_ascii_whitespace() {
            after_dot = bytes[start] == b'.';
        }
    }
    words
}

/// Letters beyond ASCII may stand in a name.
fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii()
}

/// `range` and its like are there at both stages.
fn without_globals(engine: &Environment<'_>, names: impl Iterator<Item = String>) -> Names {
    let globals: BTreeSet<&str> = engine.globals().map(|(name, _)| name).collect();
    names.filter(|name| !globals.contains(root(name))).collect()
}
