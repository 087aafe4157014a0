//! Who a domain belongs to.

use url::Url;

use crate::publication::Config;

/// The domain that somebody registered: `example.co.uk` of `news.example.co.uk`, by the public suffix list. It is what DMARC calls the
/// organisational domain (RFC 7489 section 3.2).
pub(super) fn organisation(host: &str) -> &str {
    psl::domain_str(host).unwrap_or(host)
}

/// The host of a web address, in lower-case A-labels.
pub(super) fn host_of(url: &str) -> Option<String> {
    let url = Url::parse(url).ok()?;
    url.host_str().map(str::to_owned)
}

/// The organisations of every address and page that digest.yaml names as the newsletter's own.
pub(super) fn own_organisations(config: &Config) -> Vec<String> {
    let addresses = [
        Some(&config.from.email),
        config.reply_to.as_ref(),
        config.bounce.as_ref(),
    ];
    let addresses = addresses.into_iter().chain([config.unsubscribe.mailto.as_ref()]);
    let domains = addresses.flatten().map(|address| address.domain().to_owned());
    let pages = [&config.homepage, &config.unsubscribe.url];
    let hosts = pages.into_iter().flatten().filter_map(|page| host_of(page));
    domains
        .chain(hosts)
        .map(|host| organisation(&host).to_owned())
        .collect()
}
