//! Texts compared by their letters alone.

/// The letters and digits of a text, in lower case: two texts that say the same in other line ends, marks or capitals are one.
pub(super) fn squashed(text: &str) -> String {
    text.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}
