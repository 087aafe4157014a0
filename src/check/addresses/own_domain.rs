//! What is the publication's own.

use crate::check::is_reserved;
use crate::publication::Config;

use super::WebAddress;

/// Whether a publication is an example itself: what it calls its own is a domain that nobody can have.
pub(in crate::check) fn is_example(config: &Config) -> bool {
    is_reserved(config.from.email.domain()) || is_reserved(&config.id.to_ascii_lowercase())
}

/// The host of the publication's web site, without `www.`.
pub(in crate::check) fn own_homepage(config: &Config) -> Option<String> {
    let address = WebAddress::of(config.homepage.as_deref()?)?;
    let name = address.name();
    Some(name.strip_prefix("www.").unwrap_or(&name).to_owned())
}
