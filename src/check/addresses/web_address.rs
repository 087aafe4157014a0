//! An address of a page.

use std::borrow::Cow;

use crate::foundation::Span;

/// An `http:` or `https:` address, taken apart. It is not judged: every part is as it was written.
#[derive(Debug, Clone, Copy)]
pub(in crate::check) struct WebAddress<'u> {
    /// All of it.
    pub(in crate::check) url: &'u str,
    /// What stands before an `@` of the host, without the `@`.
    pub(in crate::check) user: Option<Span>,
    /// The host, as written; an IPv6 address with its brackets.
    pub(in crate::check) host: Span,
    /// The port, without its colon.
    pub(in crate::check) port: Option<Span>,
    /// The path, from its `/` on; empty where there is none.
    pub(in crate::check) path: Span,
    /// The query, without its `?`.
    pub(in crate::check) query: Option<Span>,
}

impl<'u> WebAddress<'u> {
    /// Takes an address apart; `None` where it is none of a page, or a tag fills its host.
    pub(in crate::check) fn of(url: &'u str) -> Option<Self> {
        let mut start = scheme_length(url)?;
        // Where the scheme stands twice, that is another rule's matter, and what comes after both is looked at.
        while let Some(length) = scheme_length(&url[start..]) {
            start += length;
        }
        let end = end_of(url, start, b"/?#\\");
        let authority = &url[start..end];
        if authority.bytes().any(|byte| matches!(byte, b'{' | b'}')) {
            return None;
        }
        let user = authority.rfind('@').map(|at| Span::new(start, start + at));
        let after_user = user.map_or(start, |user| user.end + 1);
        let bracket = url[after_user..end].rfind(']').unwrap_or_default();
        let colon = url[after_user + bracket..end].rfind(':');
        let colon = colon.map(|at| after_user + bracket + at);
        let path_end = end_of(url, end, b"?#");
        let query = url[path_end..]
            .starts_with('?')
            .then(|| Span::new(path_end + 1, end_of(url, path_end, b"#")));
        Some(Self {
            url,
            user,
            host: Span::new(after_user, colon.unwrap_or(end)),
            port: colon.map(|colon| Span::new(colon + 1, end)),
            path: Span::new(end, path_end),
            query,
        })
    }

    /// The host in small letters and A-labels, without a dot at its end.
    pub(in crate::check) fn name(&self) -> Cow<'u, str> {
        let written = self.host.of(self.url);
        let host = written.strip_suffix('.').unwrap_or(written);
        if !host.is_ascii() {
            return idna::domain_to_ascii(host).map_or(Cow::Borrowed(host), Cow::Owned);
        }
        if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Cow::Owned(host.to_ascii_lowercase());
        }
        Cow::Borrowed(host)
    }

    /// Everything from the path on.
    pub(in crate::check) fn tail(&self) -> &'u str {
        &self.url[self.path.start..]
    }

    /// The host's number, where it is one in any of the ways that browsers read: `127.1`, `0x7f000001`, `[::1]`.
    pub(in crate::check) fn ip(&self) -> Option<std::net::IpAddr> {
        let host = self.host.of(self.url);
        let last = host.trim_end_matches('.').rsplit('.').next()?;
        let like_number = host.starts_with('[') || last.starts_with(|c: char| c.is_ascii_digit());
        if !like_number {
            return None;
        }
        match url::Host::parse(host).ok()? {
            url::Host::Domain(_) => None,
            url::Host::Ipv4(ip) => Some(ip.into()),
            url::Host::Ipv6(ip) => Some(ip.into()),
        }
    }
}

/// Whether a template tag stands in an address, so that what it will be is not known yet.
pub(in crate::check) fn has_tag(url: &str) -> bool {
    let mut braces = memchr::memchr_iter(b'{', url.as_bytes());
    braces.any(|at| matches!(url.as_bytes().get(at + 1), Some(b'{' | b'%' | b'#')))
}

/// How long `http://` or `https://` is at an address's start.
pub(super) fn scheme_length(url: &str) -> Option<usize> {
    let schemes = ["https://", "http://"];
    let found = schemes.into_iter().find(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    found.map(str::len)
}

fn end_of(url: &str, from: usize, signs: &[u8]) -> usize {
    let mut bytes = url.as_bytes()[from..].iter();
    let at = bytes.position(|byte| signs.contains(byte));
    at.map_or(url.len(), |at| from + at)
}
