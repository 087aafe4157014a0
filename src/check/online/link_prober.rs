//! Many links, probed side by side.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::time::Duration;

use ureq::tls::{Certificate, PemItem, parse_pem};
use url::Url;

use crate::foundation::Clock;

use super::{
    AddressGuard, Client, Doubt, GuardedResolver, LinkCache, NameLookup, Pauses, PoliteClient, Probed, Round,
    Verdict,
};

/// How long one request may take, from the lookup of the name to the end of the answer's head.
const PATIENCE: Duration = Duration::from_secs(10);
/// A name that exists wherever there is a network (RFC 2606, section 3): looked up only where no name was found at all.
const KNOWN_HOST: &str = "example.com";

/// Finds out what becomes of links.
pub struct LinkProber {
    guard: AddressGuard,
    clock: Clock,
    cache: Option<PathBuf>,
    names: NameLookup,
    pauses: Pauses,
    patience: Duration,
    roots: Option<Vec<Certificate<'static>>>,
    tell: Box<dyn Fn(Probed<'_>) + Send + Sync>,
}

impl LinkProber {
    /// A prober that connects where the guard lets it. Good answers are kept in the file for a day; without one nothing is kept.
    pub fn new(guard: AddressGuard, clock: Clock, cache: Option<PathBuf>) -> Self {
        Self {
            guard,
            clock,
            cache,
            names: NameLookup::system(),
            pauses: Pauses::real(),
            patience: PATIENCE,
            roots: None,
            tell: Box::new(|_| {}),
        }
    }

    /// The same prober, which looks names up in another way.
    #[must_use]
    pub fn looking_up(mut self, names: NameLookup) -> Self {
        self.names = names;
        self
    }

    /// The same prober, which waits between two requests in another way.
    #[must_use]
    pub fn pausing(mut self, pauses: Pauses) -> Self {
        self.pauses = pauses;
        self
    }

    /// The same prober, which waits so long for one answer instead of ten seconds.
    #[must_use]
    pub fn waiting(mut self, patience: Duration) -> Self {
        self.patience = patience;
        self
    }

    /// The same prober, which trusts the certificates of a PEM file instead of the system's. What is no certificate is passed over.
    #[must_use]
    pub fn trusting(mut self, pem: &[u8]) -> Self {
        let certificates = parse_pem(pem).filter_map(|item| match item {
            Ok(PemItem::Certificate(certificate)) => Some(certificate),
            _ => None,
        });
        self.roots = Some(certificates.collect());
        self
    }

    /// The same prober, which tells of each link when it was probed.
    #[must_use]
    pub fn telling(mut self, tell: impl Fn(Probed<'_>) + Send + Sync + 'static) -> Self {
        self.tell = Box::new(tell);
        self
    }

    /// What becomes of each link, by the link as it was given. Links that differ in their fragment alone are one page, asked for once; what is no
    /// `http` or `https` URL is left out.
    pub fn probe<I>(&self, links: I) -> BTreeMap<String, Verdict>
    where
        I: IntoIterator,
        I::Item: AsRef<str>,
    {
        let links: BTreeMap<String, Url> = links
            .into_iter()
            .filter_map(|link| Some((link.as_ref().to_owned(), page(link.as_ref())?)))
            .collect();
        let now = self.clock.now();
        let mut cache = LinkCache::open(self.cache.as_deref(), now);
        let (mut verdicts, mut unknown) = (BTreeMap::new(), BTreeSet::new());
        for page in links.values() {
            match cache.verdict(page.as_str()) {
                Some(verdict) => drop(verdicts.insert(page.clone(), verdict)),
                None => drop(unknown.insert(page.clone())),
            }
        }
        for (page, verdict) in self.ask(unknown) {
            cache.keep(page.as_str(), &verdict, now);
            verdicts.insert(page, verdict);
        }
        cache.save();
        let told = links.into_iter();
        told.filter_map(|(link, page)| Some((link, verdicts.get(&page)?.clone())))
            .collect()
    }

    fn ask(&self, pages: BTreeSet<Url>) -> BTreeMap<Url, Verdict> {
        let resolver = GuardedResolver::new(self.guard.clone(), self.names.clone());
        let client = Client::new(resolver.clone(), self.patience, self.roots.as_deref());
        let client = PoliteClient::new(client, self.pauses.clone());
        let mut verdicts = Round::new(&client, &*self.tell, pages).run();
        if !resolver.has_resolved() && verdicts.values().any(is_nameless) && !self.has_network() {
            for verdict in verdicts.values_mut().filter(|verdict| is_nameless(verdict)) {
                *verdict = Doubt::NoNetwork.into();
            }
        }
        verdicts
    }

    /// Whether a name that exists is found. Some systems say of every name that it does not exist when they have no network.
    fn has_network(&self) -> bool {
        self.names.addresses(KNOWN_HOST, 443).is_ok()
    }
}

fn is_nameless(verdict: &Verdict) -> bool {
    matches!(
        verdict,
        Verdict::NoSuchHost { .. } | Verdict::Unknown(Doubt::Lookup(_) | Doubt::Silent)
    )
}

/// The page that a link leads to: its URL without the fragment, which no server sees.
fn page(link: &str) -> Option<Url> {
    let mut url = Url::parse(link).ok()?;
    url.set_fragment(None);
    matches!(url.scheme(), "http" | "https").then_some(url)
}

impl fmt::Debug for LinkProber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = f.debug_struct("LinkProber");
        shown.field("guard", &self.guard).field("cache", &self.cache);
        shown.finish_non_exhaustive()
    }
}
