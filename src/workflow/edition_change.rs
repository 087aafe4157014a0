//! What a draft says now, beside what its plan froze.

use similar::{ChangeTag, TextDiff};

use crate::edition::{Edition, Piece, Slotted};

/// How many lines of a difference are shown.
const MOST_LINES: usize = 40;

/// The difference between the frozen edition and today's, as a person reads it: headers and text part line by line; the HTML part only where nothing else differs.
pub(super) fn edition_change(frozen: &Edition, now: &Edition) -> String {
    let change = changed_lines(&readable(frozen), &readable(now));
    if change.is_empty() {
        changed_lines(&with_tags(&frozen.html), &with_tags(&now.html))
    } else {
        change
    }
}

/// Everything but the HTML part; two editions that differ at all differ in this or in that.
fn readable(edition: &Edition) -> String {
    let Edition {
        publication,
        publication_title,
        issue,
        language,
        from_name,
        from_email,
        reply_to,
        envelope_sender,
        bounce_delimiter,
        subject,
        html: _,
        text,
        unsubscribe,
        headers,
    } = edition;
    let or_none = |value: &Option<String>| value.clone().unwrap_or_else(|| "none".to_owned());
    let header = [
        ("issue", format!("{issue} of {publication} ({publication_title})")),
        ("subject", with_tags(subject)),
        ("from", format!("{from_name} <{from_email}>")),
        ("reply-to", or_none(reply_to)),
        ("bounces to", envelope_sender.clone()),
        ("bounces tagged", or_none(&bounce_delimiter.map(String::from))),
        ("language", language.clone()),
        ("unsubscribe url", or_none(&unsubscribe.url)),
        ("unsubscribe mailto", or_none(&unsubscribe.mailto)),
        ("unsubscribe in one click", unsubscribe.one_click.to_string()),
        ("help", or_none(&headers.help)),
        ("owner", or_none(&headers.owner)),
        ("archive", or_none(&headers.archive)),
        ("feedback id", or_none(&headers.feedback_id)),
    ];
    let header = header.map(|(name, value)| format!("{name}: {value}\n")).concat();
    format!("{header}\n{}", with_tags(text))
}

/// A text with its slots as they are written.
fn with_tags(text: &Slotted) -> String {
    let pieces = text.pieces.iter().map(|piece| match piece {
        Piece::Fixed(text) => text.clone(),
        Piece::Value { expression, .. } => format!("{{{{ {expression} }}}}"),
        Piece::Statement { statement, .. } => format!("{{% {statement} %}}"),
        Piece::Paragraph { content, .. } => with_tags(content),
    });
    pieces.collect()
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
