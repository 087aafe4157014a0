//! Whether a text says what an acronym stands for.

/// Small words that an acronym may leave out.
const SMALL: [&str; 14] = [
    "of", "the", "and", "for", "in", "on", "to", "a", "an", "de", "la", "des", "with", "at",
];

/// Whether a text says what an acronym stands for: it stands in brackets after what it is, is followed by brackets that say so, or a run of
/// words begins with its letters.
pub(in crate::check) fn is_spelled_out(acronym: &str, text: &str) -> bool {
    let in_brackets = text.match_indices(acronym).any(|(start, _)| {
        let before = text[..start].trim_end_matches(['"', '“', '\'', '‘']);
        let after = &text[start + acronym.len()..];
        before.ends_with(['(', '[', '（']) || opens_with(after, acronym)
    });
    in_brackets || has_initials(acronym, text)
}

/// Whether brackets follow whose first word may be the acronym's, or words that say so.
fn opens_with(after: &str, acronym: &str) -> bool {
    let brackets = after.strip_prefix(" (").filter(|inside| {
        let first = inside.chars().next();
        first.is_some_and(|c| c.to_uppercase().eq(acronym.chars().take(1)))
    });
    brackets.is_some()
        || [" stands for ", ", short for ", " is short for "]
            .iter()
            .any(|says| after.starts_with(says))
}

/// Whether a run of words, the first of them with a capital, begins with the acronym's letters.
fn has_initials(acronym: &str, text: &str) -> bool {
    let Some(first) = acronym.chars().next() else {
        return false;
    };
    let mut at = 0;
    while let Some(offset) = text[at..].find(first) {
        let start = at + offset;
        let begins = !text[..start].ends_with(char::is_alphanumeric);
        let words = text[start..].split(|c: char| !c.is_alphanumeric());
        if begins && letters_begin(acronym, words.filter(|word| !word.is_empty())) {
            return true;
        }
        at = start + first.len_utf8();
    }
    false
}

/// Whether words begin with these letters, one after the other; small words may be left out.
fn letters_begin<'a>(letters: &str, words: impl Iterator<Item = &'a str>) -> bool {
    let mut letters = letters.chars().peekable();
    let mut count = 0;
    for word in words {
        let Some(letter) = letters.peek() else { break };
        if word
            .chars()
            .next()
            .is_some_and(|c| c.to_uppercase().eq([*letter]))
        {
            letters.next();
            count += 1;
        } else if !SMALL.contains(&word) {
            return false;
        }
    }
    letters.peek().is_none() && count > 1
}
