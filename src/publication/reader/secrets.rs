//! What must not be shown again: findings end up on screens and in build logs.

use crate::foundation::{Source, Span, YamlKind, YamlNode};

/// Whether a key sounds as if a secret stood after it.
pub(super) fn is_secret(key: &str) -> bool {
    let key = key.to_lowercase();
    let telling = ["password", "passwd", "passphrase", "secret", "private"];
    !key.contains("file")
        && (matches!(&*key, "pass" | "pwd") || telling.iter().any(|word| key.contains(word)))
}

/// Where the values of such keys stand, at any depth and in parts that nothing reads.
pub(super) fn secrets_in(node: &YamlNode) -> Vec<Span> {
    match &node.kind {
        YamlKind::Null | YamlKind::Scalar(_) => Vec::new(),
        YamlKind::List(items) => items.iter().flat_map(secrets_in).collect(),
        YamlKind::Map(entries) => entries
            .iter()
            .flat_map(|(key, value)| match key.text() {
                Some(text) if is_secret(text) => vec![value.span],
                _ => secrets_in(value),
            })
            .collect(),
    }
}

/// The source with asterisks over some places; every byte keeps its offset, every line its number.
pub(super) fn masked(source: &Source, secrets: &[Span]) -> Source {
    let hidden = |at: usize| secrets.iter().any(|span| (span.start..span.end).contains(&at));
    let text = source.text().char_indices().flat_map(|(at, character)| {
        let mask = hidden(at) && character != '\n';
        let (shown, times) = if mask {
            ('*', character.len_utf8())
        } else {
            (character, 1)
        };
        std::iter::repeat_n(shown, times)
    });
    Source::excerpt(source.path(), source.first_line(), text.collect::<String>())
}
