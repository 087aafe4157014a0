//! What is wrong with an address, whatever it leads to.

use crate::foundation::{Severity, Span};

use super::stray_signs::{OUTSIDE, at_end, unseen, white_space};
use super::web_address::scheme_length;
use super::wrong_host::wrong_host;
use super::{WebAddress, has_tag, is_file_path, is_placeholder, likely_address};

/// A fault of an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::check) struct Malformed {
    /// The part of the address that is wrong.
    pub(in crate::check) part: Span,
    /// What is wrong, as a sentence.
    pub(in crate::check) says: String,
    /// What was meant, as far as that can be guessed.
    pub(in crate::check) likely: Option<String>,
    /// How much it matters.
    pub(in crate::check) severity: Severity,
}

impl Malformed {
    pub(super) fn new(part: Span, says: impl Into<String>, likely: Option<String>) -> Self {
        Self {
            part,
            says: says.into(),
            likely,
            severity: Severity::Error,
        }
    }

    /// The same fault, where it may be none.
    pub(super) fn warned_of(self) -> Self {
        Self {
            severity: Severity::Warning,
            ..self
        }
    }
}

/// What is wrong with a link's address. Empty ones, places in the page, mail, paths on a disk and other schemes are other rules' matter.
pub(in crate::check) fn malformed(url: &str) -> Option<Malformed> {
    let elsewhere = url.is_empty() || url.starts_with('#') || is_placeholder(url) || is_file_path(url);
    if elsewhere || has_tag(url) {
        return None;
    }
    if let Some(quoted) = quoted_start(url) {
        return Some(quoted);
    }
    if let Some((likely, length)) = likely_address(url) {
        let begins = if length == 0 {
            "the address does not begin with `https://`".to_owned()
        } else {
            format!("`{}` is no right beginning of an address", &url[..length])
        };
        let part = if length == 0 { url.len() } else { length };
        return Some(Malformed::new(Span::new(0, part), begins, Some(likely)));
    }
    if scheme_length(url).is_none() {
        return without_scheme(url);
    }
    let Some(address) = WebAddress::of(url) else {
        return Some(Malformed::new(
            Span::new(0, url.len()),
            "the address has no host",
            None,
        ));
    };
    wrong_host(&address)
        .or_else(|| unseen(url))
        .or_else(|| white_space(url))
        .or_else(|| at_end(&address))
}

fn quoted_start(url: &str) -> Option<Malformed> {
    if url.starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let inner = url.trim_start_matches(|c| OUTSIDE.contains(&c) || "<([{".contains(c));
    let start = url.len() - inner.len();
    let is_web = scheme_length(inner).is_some() || inner.starts_with("www.");
    if start == 0 || !is_web {
        return None;
    }
    let says = format!("`{}` was taken into the address", &url[..start]);
    let likely = inner.trim_end_matches(|c| OUTSIDE.contains(&c) || ">)]}".contains(c));
    Some(Malformed::new(Span::new(0, start), says, Some(likely.to_owned())))
}

fn without_scheme(url: &str) -> Option<Malformed> {
    let first = url.split(['/', '?', '#']).next().unwrap_or_default();
    if first.contains([':', '@']) {
        return None;
    }
    let says = "the address is not whole, and a mail has no page that it could be relative to";
    Some(Malformed::new(Span::new(0, url.len()), says, None))
}
