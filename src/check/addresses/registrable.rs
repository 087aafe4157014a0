//! Whose a host is.

use psl::Psl;

/// The domain that somebody registered, by the public suffix list: `example.co.uk` of `news.example.co.uk`. The host itself where it is none
/// of such a domain.
pub(in crate::check) fn registrable(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// Whether a host's last label is a top-level domain that is known.
pub(in crate::check) fn has_known_ending(host: &str) -> bool {
    psl::List
        .suffix(host.as_bytes())
        .is_some_and(|suffix| suffix.is_known())
}
