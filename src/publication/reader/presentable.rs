//! Messages that quote what a file holds.

/// A message or a hint that quotes what a file holds, fit for one line of a terminal.
pub(super) fn presentable(message: &str) -> String {
    const LONGEST: usize = 400;
    let mut shown = String::new();
    for (index, character) in message.chars().enumerate() {
        if index == LONGEST {
            shown.push('…');
            break;
        }
        if character.is_control() {
            shown.extend(character.escape_default());
        } else {
            shown.push(character);
        }
    }
    shown
}
