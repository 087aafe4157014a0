//! Headings, compared as people compare them.

use unicode_normalization::UnicodeNormalization;

/// A heading for comparison: NFKC, white space of any kind as one space, case folded, quotes and dashes as ASCII ones, without a final
/// colon or full stop.
pub fn fold_heading(heading: &str) -> String {
    // Quotes first: NFKC would take some of them apart. By way of upper case, `ß` meets `SS` and a final sigma the others.
    let folded: String = heading
        .chars()
        .map(plain)
        .nfkc()
        .flat_map(char::to_uppercase)
        .flat_map(char::to_lowercase)
        .nfkc()
        .collect();
    let words: Vec<&str> = folded.split_whitespace().collect();
    words.join(" ").trim_end_matches([':', '.', ' ']).to_owned()
}

/// Whether two headings are the same to a reader.
pub fn heading_matches(a: &str, b: &str) -> bool {
    fold_heading(a) == fold_heading(b)
}

/// Quotes and dashes of every kind as the ASCII ones.
fn plain(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '‹' | '›' | '`' | '´' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '\u{2010}'..='\u{2015}' | '−' | '\u{FE58}' | '\u{FE63}' | '\u{FF0D}' => '-',
        other => other,
    }
}
