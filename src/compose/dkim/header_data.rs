//! What a signature covers of a message's headers.

/// The relaxed form (RFC 6376 section 3.4.2) of the header fields that `h=` names, in its order, and of the signature's own field behind them, without its line end
/// (section 3.7). `head` is the headers, CRLF at each line's end.
///
/// A name that stands several times in `h=` means the field's instances from the last to the first, and then ones that are not there (section 5.4.2): none can be added.
pub fn header_data(head: &[u8], names: &[&str], signature: &[u8]) -> Vec<u8> {
    let fields = fields(head);
    let mut data = Vec::with_capacity(head.len() + signature.len());
    for (at, name) in names.iter().enumerate() {
        let earlier = names[..at]
            .iter()
            .filter(|other| other.eq_ignore_ascii_case(name))
            .count();
        let mut instances = fields.iter().rev().filter(|field| is_named(field, name));
        if let Some(field) = instances.nth(earlier) {
            relax(field, &mut data);
            data.extend_from_slice(b"\r\n");
        }
    }
    relax(signature, &mut data);
    data
}

/// Whether a header field has a name.
pub(super) fn is_named(field: &[u8], name: &str) -> bool {
    let colon = memchr::memchr(b':', field).unwrap_or(field.len());
    field[..colon]
        .trim_ascii_end()
        .eq_ignore_ascii_case(name.as_bytes())
}

/// The fields of a head, folded as they are, each without its last line end.
pub(super) fn fields(head: &[u8]) -> Vec<&[u8]> {
    let mut fields = Vec::new();
    let mut start = 0;
    for end in memchr::memmem::find_iter(head, b"\r\n") {
        let folded = head.get(end + 2).is_some_and(|byte| matches!(byte, b' ' | b'\t'));
        if !folded {
            if start < end {
                fields.push(&head[start..end]);
            }
            start = end + 2;
        }
    }
    fields
}

fn relax(field: &[u8], data: &mut Vec<u8>) {
    let colon = memchr::memchr(b':', field).unwrap_or(field.len());
    data.extend(field[..colon].trim_ascii_end().to_ascii_lowercase());
    data.push(b':');
    let value = field.get(colon + 1..).unwrap_or_default();
    let words = value
        .split(|byte| matches!(byte, b' ' | b'\t' | b'\r' | b'\n'))
        .filter(|word| !word.is_empty());
    for (at, word) in words.enumerate() {
        if at > 0 {
            data.push(b' ');
        }
        data.extend_from_slice(word);
    }
}
