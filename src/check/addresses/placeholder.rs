//! Addresses that hold the place of one to come, and those of one's own disk.

/// What people write where the address is not known yet, in small letters.
const PLACEHOLDERS: [&str; 16] = [
    "todo",
    "tbd",
    "tba",
    "tk",
    "tktk",
    "fixme",
    "xxx",
    "url",
    "link",
    "href",
    "address",
    "insert-link",
    "insert-url",
    "link-here",
    "your-link",
    "url-here",
];

/// No such word is longer, in bytes.
const LONGEST: usize = "insert-link".len();

/// Whether an address is a word that holds the place of one: `TODO`, `https://url`, `...`.
pub(in crate::check) fn is_placeholder(url: &str) -> bool {
    let rest = super::web_address::scheme_length(url).map_or(url, |length| &url[length..]);
    let word = rest.trim_matches(|c: char| "/[]<>()_ ".contains(c));
    let dots = !rest.is_empty() && rest.chars().all(|c| matches!(c, '.' | '…'));
    let is_short = word.len() <= LONGEST;
    dots || rest == "#" || is_short && PLACEHOLDERS.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Whether an address is a path on somebody's disk.
pub(in crate::check) fn is_file_path(url: &str) -> bool {
    let bytes = url.as_bytes();
    let has_drive = bytes.len() > 2
        && bytes[0].is_ascii_alphabetic()
        && bytes[1] == b':'
        && matches!(bytes[2], b'\\' | b'/');
    let at_home = ["/Users/", "/home/", "~/", "\\\\"]
        .iter()
        .any(|start| url.starts_with(start));
    let scheme = url
        .get(..5)
        .is_some_and(|scheme| scheme.eq_ignore_ascii_case("file:"));
    has_drive || at_home || scheme
}
