//! Line ends, kept as they were.

use similar::{ChangeTag, TextDiff};

/// `text`, whose line ends are `\n`, with the line ends and the byte order mark of the file that it was made from: unchanged lines have
/// their own, new ones that of the file's first line.
pub(super) fn with_line_ends_of(file: &str, text: &str) -> String {
    if !file.contains('\r') {
        let mark = if file.starts_with('\u{FEFF}') {
            "\u{FEFF}"
        } else {
            ""
        };
        return format!("{mark}{text}");
    }
    let written = lines(file);
    let usual = written
        .first()
        .map_or("\n", |line| line.trim_start_matches(|c| c != '\r' && c != '\n'));
    let usual = if usual.is_empty() { "\n" } else { usual };
    let bare = |line: &str| {
        line.trim_end_matches(['\r', '\n'])
            .trim_start_matches('\u{FEFF}')
            .to_owned()
    };
    let before: Vec<String> = written.iter().map(|line| bare(line)).collect();
    let after: Vec<String> = text.split_inclusive('\n').map(bare).collect();
    let before: Vec<&str> = before.iter().map(String::as_str).collect();
    let after: Vec<&str> = after.iter().map(String::as_str).collect();
    let mut kept = String::with_capacity(file.len());
    for change in TextDiff::from_slices(&before, &after).iter_all_changes() {
        match (change.tag(), change.old_index()) {
            (ChangeTag::Equal, Some(index)) => kept.push_str(written[index]),
            (ChangeTag::Insert, _) => {
                kept.push_str(change.value());
                kept.push_str(usual);
            }
            _ => {}
        }
    }
    if !text.ends_with('\n') {
        kept.truncate(kept.trim_end_matches(['\r', '\n']).len());
    }
    kept
}

/// The lines of a file, each with its own end: `\r\n`, `\n` or a lone `\r`.
fn lines(file: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut rest = file;
    while !rest.is_empty() {
        let end = match rest.find(['\r', '\n']) {
            Some(at) if rest[at..].starts_with("\r\n") => at + 2,
            Some(at) => at + 1,
            None => rest.len(),
        };
        found.push(&rest[..end]);
        rest = &rest[end..];
    }
    found
}
