//! What a rule sees that asks servers.

use std::collections::BTreeMap;

use url::{Host, Url};

use crate::foundation::Span;

use super::online::Verdict;
use super::{DraftScope, is_reserved};

/// A draft, and what became of its links when they were followed.
pub(super) struct OnlineScope<'a> {
    /// The draft, and what its publication says.
    pub(super) written: &'a DraftScope<'a>,
    verdicts: &'a BTreeMap<String, Verdict>,
}

/// An address of the web that stands in a draft.
pub(super) struct WebAddress<'a> {
    /// As it is written.
    pub(super) url: &'a str,
    /// Where it stands.
    pub(super) span: Span,
    /// What is there.
    pub(super) leads_to: LeadsTo,
}

/// What is at an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LeadsTo {
    /// The page that a link opens.
    Page,
    /// A picture that mail programs fetch.
    Picture,
}

impl<'a> OnlineScope<'a> {
    pub(super) fn new(written: &'a DraftScope<'a>, verdicts: &'a BTreeMap<String, Verdict>) -> Self {
        Self { written, verdicts }
    }

    /// The addresses that were asked for, and what became of each.
    pub(super) fn verdicts(&self) -> impl Iterator<Item = (WebAddress<'a>, &'a Verdict)> {
        web_addresses(self.written).filter_map(|address| {
            let verdict = self.verdicts.get(address.url)?;
            Some((address, verdict))
        })
    }
}

/// The addresses of a draft that can be asked for: those of the web, alike for every reader, and not on a host that belongs to nobody, of which
/// other rules speak.
pub(super) fn web_addresses<'a>(scope: &'a DraftScope<'_>) -> impl Iterator<Item = WebAddress<'a>> {
    let prose = scope.prose();
    let links = prose.links.iter().map(|link| WebAddress {
        url: &link.url,
        span: link.url_span,
        leads_to: LeadsTo::Page,
    });
    let pictures = prose.images.iter().map(|image| WebAddress {
        url: &image.url,
        span: image.span,
        leads_to: LeadsTo::Picture,
    });
    links.chain(pictures).filter(|address| can_be_asked(address.url))
}

fn can_be_asked(url: &str) -> bool {
    let Ok(parsed) = Url::parse(url) else {
        return false;
    };
    let belongs_to_nobody = match parsed.host() {
        Some(Host::Domain(name)) => is_reserved(name.trim_end_matches('.')),
        _ => false,
    };
    let has_slot = url.contains("{{") || url.contains("{%");
    matches!(parsed.scheme(), "http" | "https") && !belongs_to_nobody && !has_slot
}
