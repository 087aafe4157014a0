//! What an address was meant to be.

use super::registrable::has_known_ending;
use super::web_address::scheme_length;

/// So many ways are known in which a scheme is written twice; more is no address any more.
const MOST_SCHEMES: usize = 4;

/// The address that was most likely meant by one whose beginning is wrong, and how many bytes of the address its beginning takes; `None` where
/// the beginning is right, or where nothing can be guessed.
pub(in crate::check) fn likely_address(url: &str) -> Option<(String, usize)> {
    let right = scheme_length(url);
    let mut rest = right.map_or(url, |length| &url[length..]);
    let mut encrypted = right != Some("http://".len());
    let mut found = false;
    for _ in 0..MOST_SCHEMES {
        let Some((after, is_encrypted)) = without_scheme(rest) else {
            break;
        };
        encrypted |= is_encrypted;
        rest = after;
        found = true;
    }
    if right.is_some() {
        let trimmed = rest.trim_start_matches(['/', '\\']);
        found |= trimmed.len() < rest.len();
        rest = trimmed;
    }
    let bare = right.is_none() && !found && looks_like_host(rest);
    if !(found || bare) || !host_of(rest).contains('.') {
        return None;
    }
    let scheme = if encrypted { "https" } else { "http" };
    Some((format!("{scheme}://{rest}"), url.len() - rest.len()))
}

/// What follows a scheme of pages, well written or not, and whether it is the encrypted one.
fn without_scheme(text: &str) -> Option<(&str, bool)> {
    let length = text.find(|c: char| !c.is_ascii_alphabetic())?;
    let (word, after) = text.split_at(length);
    let rest = after.trim_start_matches([':', ';', '/', '\\']);
    let signs = &after[..after.len() - rest.len()];
    if signs.is_empty() {
        return None;
    }
    let word = word.to_ascii_lowercase();
    let is_exact = matches!(word.as_str(), "http" | "https");
    let parts = is_exact || signs.contains("//") || signs.contains(":/");
    (parts && (is_exact || is_near_scheme(&word))).then_some((rest, word != "http"))
}

/// `hhttps`, `htps`, `ttps`, `byhttps`.
fn is_near_scheme(word: &str) -> bool {
    let known = ["ftp", "sftp", "mailto", "app", "irc", "ircs", "http", "https"];
    if known.contains(&word) {
        return false;
    }
    let near = |scheme| strsim::osa_distance(word, scheme) <= 1;
    word.ends_with("http") || word.ends_with("https") || near("http") || near("https")
}

fn looks_like_host(text: &str) -> bool {
    let host = host_of(text);
    let labels = host.split('.').all(|label| {
        !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    });
    labels && (host.starts_with("www.") || has_known_ending(&host.to_ascii_lowercase()))
}

fn host_of(text: &str) -> &str {
    text.split(['/', '?', '#', ':']).next().unwrap_or_default()
}
