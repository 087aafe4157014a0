//! Lines of a bounded width.

/// How wide a line may be, in characters.
const WIDTH: usize = 80;

/// A paragraph on lines of at most eighty characters, the first behind a marker, the others below its text.
pub(super) fn wrapped(marker: &str, text: &str) -> String {
    let indent = if marker.starts_with('>') {
        marker.to_owned()
    } else {
        " ".repeat(marker.len())
    };
    let mut lines = marker.to_owned();
    let mut width = marker.len();
    let mut words = text.split(' ').peekable();
    while let Some(word) = words.next() {
        lines += word;
        width += word.chars().count();
        match words.peek() {
            Some(next) if width + 1 + next.chars().count() > WIDTH => {
                lines = lines + "\n" + &indent;
                width = indent.len();
            }
            Some(_) => {
                lines.push(' ');
                width += 1;
            }
            None => lines.push('\n'),
        }
    }
    lines
}
