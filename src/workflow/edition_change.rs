//! What a draft says now, beside what its plan froze.

use similar::{ChangeTag, TextDiff};

use crate::edition::Edition;

/// How many lines of a difference are shown.
const MOST_LINES: usize = 40;

/// The difference between the frozen edition and today's, as a person reads it: subject, sender and text part line by line; the HTML part only where nothing else differs.
pub(super) fn edition_change(frozen: &Edition, now: &Edition) -> String {
    let readable = |edition: &Edition| {
        format!(
            "subject: {}\nfrom: {} <{}>\nreply-to: {}\n\n{}",
            edition.subject.without_slots(),
            edition.from_name,
            edition.from_email,
            edition.reply_to.as_deref().unwrap_or("none"),
            edition.text.without_slots(),
        )
    };
    let change = changed_lines(&readable(frozen), &readable(now));
    if change.is_empty() {
        changed_lines(&frozen.html.without_slots(), &now.html.without_slots())
    } else {
        change
    }
}

fn changed_lines(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let mut lines = Vec::new();
    for change in diff.iter_all_changes() {
        let mark = match change.tag() {
            ChangeTag::Delete => '-',
            ChangeTag::Insert => '+',
            ChangeTag::Equal => continue,
        };
        lines.push(format!("{mark} {}", change.value().trim_end()));
    }
    let more = lines.len().saturating_sub(MOST_LINES);
    lines.truncate(MOST_LINES);
    if more > 0 {
        lines.push(format!("… and {more} more lines"));
    }
    lines.join("\n")
}
