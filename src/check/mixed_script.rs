//! Words of letters that do not belong together.

use unicode_script::{Script, UnicodeScript as _};

/// Scripts that are written together, each with Latin (UTS #39 section 5.2, "highly restrictive").
const TOGETHER: [&[Script]; 3] = [
    &[Script::Latin, Script::Han, Script::Hiragana, Script::Katakana],
    &[Script::Latin, Script::Han, Script::Bopomofo],
    &[Script::Latin, Script::Han, Script::Hangul],
];

/// The first two scripts of a word that no language writes together; `None` where there are none.
pub(super) fn mixed_scripts(word: &str) -> Option<(Script, Script)> {
    let mut scripts: Vec<Script> = Vec::new();
    for script in word.chars().map(|c| c.script()) {
        let counts = !matches!(script, Script::Common | Script::Inherited | Script::Unknown);
        if counts && !scripts.contains(&script) {
            scripts.push(script);
        }
    }
    let fits = |together: &&[Script]| scripts.iter().all(|script| together.contains(script));
    match scripts[..] {
        [first, second, ..] if !TOGETHER.iter().any(fits) => Some((first, second)),
        _ => None,
    }
}
