//! Signs in an address that do not belong to it.

use crate::foundation::Span;

use super::WebAddress;
use super::malformed::Malformed;

/// Signs that belong to the sentence around an address, and that Markdown takes into it all the same.
pub(super) const OUTSIDE: [char; 24] = [
    ',', ';', '"', '\'', '“', '”', '„', '‘', '’', '«', '»', '。', '，', '、', '；', '：', '）', '（', '」',
    '「', '』', '】', '》', '！',
];
/// Signs that nobody sees.
const UNSEEN: [char; 6] = [
    '\u{AD}', '\u{200B}', '\u{200E}', '\u{200F}', '\u{2060}', '\u{FEFF}',
];
/// The same as an address in a browser's bar is copied.
const UNSEEN_ENCODED: [&str; 4] = ["%E2%80%8B", "%E2%80%8E", "%E2%81%A0", "%EF%BB%BF"];

/// A character that is not seen.
pub(super) fn unseen(url: &str) -> Option<Malformed> {
    if url.is_ascii() && memchr::memchr(b'%', url.as_bytes()).is_none() {
        return None;
    }
    let (at, length) = match url.find(UNSEEN) {
        Some(at) => (at, url[at..].chars().next().map_or(0, char::len_utf8)),
        None => UNSEEN_ENCODED
            .iter()
            .find_map(|code| Some((url.find(code)?, code.len())))?,
    };
    let likely = format!("{}{}", &url[..at], &url[at + length..]);
    let says = "a character that nobody sees stands in the address";
    Some(Malformed::new(Span::new(at, at + length), says, Some(likely)))
}

/// A space.
pub(super) fn white_space(url: &str) -> Option<Malformed> {
    if url.ends_with("%20") {
        let end = url.trim_end_matches("%20");
        let says = "a space was taken into the address, at its end";
        let part = Span::new(end.len(), url.len());
        return Some(Malformed::new(part, says, Some(end.to_owned())).warned_of());
    }
    if url.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let at = url.find(char::is_whitespace)?;
    let length = url[at..].chars().next().map_or(0, char::len_utf8);
    let words: Vec<&str> = url.split_whitespace().collect();
    let says = "a space stands in the address";
    Some(Malformed::new(
        Span::new(at, at + length),
        says,
        Some(words.join("%20")),
    ))
}

/// Punctuation and closing brackets at the end.
pub(super) fn at_end(address: &WebAddress<'_>) -> Option<Malformed> {
    let url = address.url;
    let last = url.chars().next_back()?;
    let opening = match last {
        ')' => Some('('),
        ']' => Some('['),
        '}' => Some('{'),
        '>' => Some('<'),
        _ => None,
    };
    let is_outside = match opening {
        Some(opening) => url.matches(opening).count() < url.matches(last).count(),
        None => OUTSIDE.contains(&last),
    };
    if !is_outside {
        return None;
    }
    let end = url.len() - last.len_utf8();
    let says = format!("`{last}` was taken into the address, at its end");
    let part = Span::new(end, url.len());
    Some(Malformed::new(part, says, Some(url[..end].to_owned())).warned_of())
}
