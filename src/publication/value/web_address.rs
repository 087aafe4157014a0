//! Addresses of web pages.

use crate::publication::Fault;

use super::{host, is_loopback, line};

/// An http or https URL, as written, and what decides where it may be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebAddress {
    /// As written.
    pub url: String,
    /// Whether its scheme is https.
    pub secure: bool,
    /// Whether its host is this machine.
    pub loopback: bool,
}

/// An http or https URL that is safe in a header and in an attribute: no white space, no angle brackets or quotes, no user or password.
pub fn web_address(text: &str) -> Result<WebAddress, Fault> {
    let url = line(text)?;
    let wrong = |why: &str| Fault::new(format!("`{url}` is no web address: {why}"));
    let (scheme, rest) = url.split_once("://").ok_or_else(|| {
        let rest = url.trim_start_matches('/');
        let name = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let fault = wrong("it does not begin with `https://`");
        fault.hinted(match host(name) {
            Ok(_) => format!("write `https://{rest}`"),
            Err(_) => "write it as `https://example.org/page`".to_owned(),
        })
    })?;
    let secure = scheme.eq_ignore_ascii_case("https");
    if !secure && !scheme.eq_ignore_ascii_case("http") {
        return Err(wrong("its scheme is not `https`"));
    }
    if let Some(character) = rest
        .chars()
        .find(|c| c.is_whitespace() || "<>\"\\^`{|}".contains(*c))
    {
        let message = format!("it holds {character:?}");
        return Err(wrong(&message).hinted("percent-encode it, as `%20` for a space"));
    }
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    if let Some((user, _)) = authority.rsplit_once('@') {
        let fault = Fault::new("a user or password has no place in a web address that readers see");
        return Err(fault.concealing(user));
    }
    let (name, port) = split_port(authority);
    let name = host(name).map_err(|fault| wrong(&fault.message))?;
    if port.is_some_and(|port| port.parse::<u16>().is_err()) {
        return Err(wrong("its port is no number up to 65535"));
    }
    let loopback = is_loopback(&name);
    Ok(WebAddress {
        url,
        secure,
        loopback,
    })
}

/// `host:port` taken apart; the colons inside an IPv6 address's brackets part nothing.
pub(in crate::publication) fn split_port(authority: &str) -> (&str, Option<&str>) {
    match authority.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => (host, Some(port)),
        _ => (authority, None),
    }
}
