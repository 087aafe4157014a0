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

/// Whether a text is of letters, digits, signs and spaces of ASCII, and nothing else.
pub fn is_printable(text: &[u8]) -> bool {
    every_byte(text, |byte| matches!(byte, b' '..=b'~'))
}

/// Whether a text is printable, and its spaces stand one by one between other signs: to put it on one line changes nothing.
pub fn is_tidy(text: &[u8]) -> bool {
    is_printable(text)
        && no_pair(text, |one, other| one == b' ' && other == b' ')
        && !text.starts_with(b" ")
        && !text.ends_with(b" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_or_pair_of_another_kind_is_seen_wherever_it_stands() {
        let odd_at = |at: usize| {
            (0..40)
                .map(move |n| if n == at { b'\t' } else { b'a' })
                .collect::<Vec<u8>>()
        };
        assert!(every_byte(&odd_at(40), |byte| byte == b'a'));
        for at in 0..40 {
            assert!(!every_byte(&odd_at(at), |byte| byte == b'a'), "{at}");
            assert_eq!(
                no_pair(&odd_at(at), |one, other| (one, other) == (b'a', b'\t')),
                at == 0,
                "{at}"
            );
        }
        assert!(every_byte(b"", |_| false) && no_pair(b"", |_, _| true) && no_pair(b"a", |_, _| true));
    }

    #[test]
    fn a_tidy_text_has_single_spaces_between_other_signs() {
        for tidy in ["", "a", "Anna Berg", "~ !"] {
            assert!(is_tidy(tidy.as_bytes()), "{tidy:?}");
        }
        for loose in [" ", " a", "a ", "a  b", "a\tb", "a\nb", "\u{e9}", "\u{7f}"] {
            assert!(!is_tidy(loose.as_bytes()), "{loose:?}");
        }
    }
}
