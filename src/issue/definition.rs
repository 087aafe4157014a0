//! Link reference definitions: `[label]: https://example.org "title"`.

use std::collections::{HashMap, HashSet};

use crate::foundation::Span;

/// Where definitions stand in `text`, one span each, outside `literal` blocks (code, HTML), which are in order.
///
/// The parser takes them out of the tree, so they are looked for. A line that only looks like one does no harm: where there is no such
/// reference, nothing changes.
pub(super) fn definitions_in(text: &str, literal: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = 0;
    let mut lines = text.split_inclusive('\n').peekable();
    while let Some(line) = lines.next() {
        let start = at;
        at += line.len();
        let block = literal.partition_point(|block| block.end <= start);
        if literal.get(block).is_some_and(|block| block.start <= start) {
            continue;
        }
        let Some((_, rest)) = label_and_rest(line) else {
            continue;
        };
        if rest.trim().is_empty() {
            // The destination may stand on the next line (section 4.7 of the Markdown specification).
            let Some(next) = lines.next_if(|next| !next.trim().is_empty()) else {
                continue;
            };
            at += next.len();
        }
        found.push(Span::new(start, start + text[start..at].trim_end().len()));
    }
    found
}

/// The definitions of a whole draft, for parts of it that are parsed alone.
pub(super) struct Definitions<'t> {
    by_label: HashMap<String, (Span, &'t str)>,
}

impl<'t> Definitions<'t> {
    /// Those at `spans` of `text`; where a label is defined twice, the first counts (section 4.7 there).
    pub(super) fn new(text: &'t str, spans: &[Span]) -> Self {
        let mut by_label = HashMap::new();
        for span in spans {
            let written = span.of(text);
            if let Some((label, _)) = label_and_rest(written) {
                by_label.entry(folded(label)).or_insert((*span, written));
            }
        }
        Self { by_label }
    }

    /// `markdown`, which stands at `span`, with the definitions that it refers to and does not hold itself after its end.
    pub(super) fn completed(&self, markdown: String, span: Span) -> String {
        if self.by_label.is_empty() || !markdown.contains('[') {
            return markdown;
        }
        let mut seen = HashSet::new();
        let mut wanted: Vec<&(Span, &str)> = labels(&markdown)
            .filter_map(|label| self.by_label.get(&folded(label)))
            .filter(|(place, _)| !span.contains(*place) && seen.insert(place.start))
            .collect();
        wanted.sort_by_key(|(place, _)| *place);
        let mut markdown = markdown;
        for (index, (_, written)) in wanted.into_iter().enumerate() {
            markdown.push_str(if index == 0 { "\n\n" } else { "\n" });
            markdown.push_str(written.trim());
        }
        markdown
    }
}

/// Everything between two brackets without brackets between them.
fn labels(markdown: &str) -> impl Iterator<Item = &str> {
    let ends = markdown.split(']');
    ends.filter_map(|before| before.rsplit_once('[').map(|(_, label)| label))
}

fn label_and_rest(line: &str) -> Option<(&str, &str)> {
    let trimmed = line.trim_start_matches(' ');
    if line.len() - trimmed.len() > 3 {
        return None;
    }
    let (label, rest) = trimmed.strip_prefix('[')?.split_once("]:")?;
    let fits = !label.contains(['[', ']']) && !label.trim().is_empty() && label.len() < 1000;
    fits.then_some((label, rest))
}

fn folded(label: &str) -> String {
    let words: Vec<&str> = label.split_whitespace().collect();
    words.join(" ").to_lowercase()
}
