//! Client support: what of an HTML part an audience does not see.

use digest_cli::check::client_support::{Audience, Unsupported, unsupported};

mod audience;
mod detection;
mod fallback;
mod hostile;
mod tables;
mod told;

/// What the usual audience does not see.
fn usual(html: &str) -> Vec<Unsupported> {
    unsupported(html, &Audience::default())
}

/// The features that the usual audience does not see.
fn slugs(html: &str) -> Vec<&'static str> {
    usual(html).iter().map(|found| found.slug).collect()
}
