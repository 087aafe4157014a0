//! Language tags.

use crate::publication::Fault;

/// A language tag by its form (RFC 5646 section 2.1): a language of two or three letters, then subtags of one to eight letters or digits.
/// Given back in the usual case: `en`, `kk-Cyrl`, `pt-BR`.
pub fn language(text: &str) -> Result<String, Fault> {
    let subtags: Vec<&str> = text.split('-').collect();
    let well_formed =
        |subtag: &str| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric());
    let primary = subtags.first().copied().unwrap_or_default();
    let language = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    if language && text.len() <= 35 && subtags.iter().all(|subtag| well_formed(subtag)) {
        return Ok(in_usual_case(&subtags));
    }
    let fault = Fault::new(format!("`{}` is no language tag", text.escape_debug()));
    let dashed = text.replace('_', "-");
    Err(if dashed != text && self::language(&dashed).is_ok() {
        fault.hinted(format!("write `{dashed}`, with a hyphen"))
    } else {
        fault.hinted("write a tag as `en`, `kk-Cyrl` or `pt-BR`")
    })
}

/// RFC 5646 section 2.1.1: a region in capitals, a script with a capital, everything else small; all small after a single letter.
fn in_usual_case(subtags: &[&str]) -> String {
    let mut usual: Vec<String> = Vec::new();
    let mut after_singleton = false;
    for (index, subtag) in subtags.iter().enumerate() {
        let small = subtag.to_ascii_lowercase();
        let letters = small.bytes().all(|b| b.is_ascii_alphabetic());
        usual.push(match small.len() {
            2 if index > 0 && !after_singleton => small.to_ascii_uppercase(),
            4 if index > 0 && !after_singleton && letters => small[..1].to_ascii_uppercase() + &small[1..],
            _ => small,
        });
        after_singleton |= subtag.len() == 1;
    }
    usual.join("-")
}
