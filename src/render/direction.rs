//! Which way a language is written.

/// Languages written from right to left, by their usual script.
const RIGHT_TO_LEFT: [&str; 12] = [
    "ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi",
];
/// Scripts written from right to left (ISO 15924).
const SCRIPTS: [&str; 6] = ["arab", "hebr", "syrc", "thaa", "nkoo", "rohg"];

/// The `dir` of an HTML page in a language (BCP 47): a script that is named decides, else the language.
pub fn direction(language: &str) -> &'static str {
    let language = language.to_ascii_lowercase().replace('_', "-");
    let mut subtags = language.split('-');
    let primary = subtags.next().unwrap_or_default();
    let script = subtags.find(|subtag| subtag.len() == 4 && subtag.bytes().all(|b| b.is_ascii_alphabetic()));
    let is_rtl = match script {
        Some(script) => SCRIPTS.contains(&script),
        None => RIGHT_TO_LEFT.contains(&primary),
    };
    if is_rtl { "rtl" } else { "ltr" }
}
