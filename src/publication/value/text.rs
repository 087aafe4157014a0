//! Text that a header or a page can carry.

use crate::publication::Fault;

/// A text of one line: not empty, without control characters, white space around it removed. What comes through here can stand in a
/// header: it cannot end its line (RFC 5322 section 2.2).
pub fn line(text: &str) -> Result<String, Fault> {
    checked(text, |_| false)
}

/// A text of one or several lines, otherwise as [`line()`].
pub fn paragraph(text: &str) -> Result<String, Fault> {
    checked(text, |character| character == '\n')
}

fn checked(text: &str, allowed: impl Fn(char) -> bool) -> Result<String, Fault> {
    // Only spaces and the line end of a YAML block go: another control character at an end is a mistake to be told.
    let trimmed = text.trim_matches([' ', '\n']);
    if trimmed.is_empty() {
        return Err(Fault::new("it is empty"));
    }
    // The line and paragraph separators are no controls by category, and break lines all the same.
    let breaks = |c: char| (c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')) && !allowed(c);
    match trimmed.chars().find(|c| breaks(*c)) {
        None => Ok(trimmed.to_owned()),
        Some('\n') => Err(Fault::new("it has more than one line").hinted("write it in one line")),
        Some(character) => {
            let code = u32::from(character);
            let message = format!("it holds a control character (U+{code:04X})");
            Err(Fault::new(message).hinted("type it anew, without what cannot be seen"))
        }
    }
}
