//! What holds for every byte of a text, or for every two that stand beside each other.

/// Whether every byte is of a kind. Looks at all of them, also behind one that is not: so the processor looks at many at once, and most texts are of one kind.
pub fn every_byte(text: &[u8], is_of_kind: impl Fn(u8) -> bool) -> bool {
    text.iter().fold(true, |all, byte| all & is_of_kind(*byte))
}

/// Whether no two bytes that stand beside each other are such a pair.
pub fn no_pair(text: &[u8], is_pair: impl Fn(u8, u8) -> bool) -> bool {
    let behind = text.get(1..).unwrap_or_default();
    text.iter()
        .zip(behind)
        .fold(true, |none, (one, other)| none & !is_pair(*one, *other))
}
