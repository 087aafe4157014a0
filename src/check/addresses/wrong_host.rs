//! What is wrong with a host.

use crate::check::is_reserved;
use crate::foundation::Span;

use super::malformed::Malformed;
use super::web_address::scheme_length;
use super::{WebAddress, has_known_ending};

/// Networks and naming systems of their own, which the list of domains does not know.
const OTHER_NETWORKS: [&str; 8] = ["eth", "i2p", "onion", "local", "lan", "internal", "home", "corp"];
/// So much of a host is quoted.
const LONGEST_QUOTE: usize = 40;

/// Whether a host consists of nothing but labels of letters, digits and hyphens, none of them encoded: browsers take each of these.
fn is_plain(name: &str) -> bool {
    let is_sign =
        |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'.' | b'-');
    name.ends_with(|c: char| c.is_ascii_lowercase()) && name.bytes().all(is_sign) && !name.contains("xn--")
}

/// What is wrong with the host of an address, or with its port.
pub(super) fn wrong_host(address: &WebAddress<'_>) -> Option<Malformed> {
    let (url, host) = (address.url, address.host);
    let fault = |part, says: String| Some(Malformed::new(part, says, None));
    let written = host.of(url);
    if written.is_empty() {
        return fault(
            Span::new(0, address.path.start),
            "the address has no host".to_owned(),
        );
    }
    if let Some(port) = address.port
        && port.of(url).parse::<u16>().is_err()
        && !port.is_empty()
    {
        let says = format!("`{}` is no port: a number up to 65535 stands there", port.of(url));
        return fault(port, says);
    }
    if address.ip().is_some() {
        return None;
    }
    let name = address.name();
    if !is_plain(&name) && url::Host::parse(written).is_err() || name.split('.').any(str::is_empty) {
        let after = &url[host.start..];
        let second = after
            .find("http")
            .filter(|at| scheme_length(&after[*at..]).is_some());
        if let Some(second) = second {
            let part = Span::new(0, host.start + second);
            let says = "words were taken into the address, before it".to_owned();
            return Some(Malformed::new(part, says, Some(after[second..].to_owned())));
        }
        let shown: String = written.chars().take(LONGEST_QUOTE).collect();
        return fault(host, format!("`{shown}` cannot be the name of a host"));
    }
    if is_reserved(&name) {
        return None;
    }
    if !name.contains('.') {
        return fault(host, format!("`{written}` is no whole host: it has no dot"));
    }
    let last = name.rsplit('.').next().unwrap_or_default();
    if has_known_ending(&name) || OTHER_NETWORKS.contains(&last) {
        return None;
    }
    let part = Span::new(host.end - written.len().min(last.len() + 1), host.end);
    let part = if name == written { part } else { host };
    Some(Malformed::new(part, format!("no domain ends in `.{last}`"), None).warned_of())
}
