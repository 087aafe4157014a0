//! The publication's id.

use crate::publication::Fault;

/// A List-Id (RFC 2919 section 3): labels parted by dots, as a domain name has them, at most 255 octets.
pub fn list_id(text: &str) -> Result<String, Fault> {
    let label = |label: &str| {
        !label.is_empty()
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    let wrong = |why: &str| {
        let fault = Fault::new(format!("`{}` is no id: {why}", text.escape_debug()));
        fault.hinted("write it like a domain name of yours, as `weekly.example.org`")
    };
    if text.len() > 255 {
        Err(Fault::new("it is longer than 255 octets"))
    } else if !text.contains('.') {
        Err(wrong("it has no dot"))
    } else if text.split('.').all(label) {
        Ok(text.to_owned())
    } else {
        Err(wrong(
            "it is not made of letters, digits and hyphens parted by dots",
        ))
    }
}
