//! Names of machines and of mail domains.

use std::net::{IpAddr, Ipv6Addr};

use crate::foundation::Address;
use crate::publication::Fault;

/// A recipient domain, as lower-case A-labels.
pub fn domain(text: &str) -> Result<String, Fault> {
    // What follows the `@` of an address that mail can be sent to, neither more nor less.
    match Address::parse(&format!("x@{text}")) {
        Ok(address) if address.local() == "x" => Ok(address.domain().to_owned()),
        _ => {
            let fault = Fault::new(format!("`{}` is no domain", text.escape_debug()));
            Err(fault.hinted("write it as `example.org`"))
        }
    }
}

/// A machine to connect to: a name (given back as lower-case A-labels), an IPv4 address, or an IPv6 address in brackets (given back without them).
pub fn host(text: &str) -> Result<String, Fault> {
    let wrong = || match text {
        "" => Fault::new("it names no host"),
        _ => Fault::new(format!("`{}` is no host", text.escape_debug())),
    };
    if let Some(inner) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        let address: Ipv6Addr = inner.parse().map_err(|_| wrong())?;
        return Ok(address.to_string());
    }
    let name = idna::domain_to_ascii(text).map_err(|_| wrong())?;
    // Inside networks names with an underscore are common, and some have a single label.
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && label
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'))
    };
    let trimmed = name.strip_suffix('.').unwrap_or(&name);
    let looks_numeric = trimmed
        .rsplit('.')
        .next()
        .is_some_and(|last| last.bytes().all(|b| b.is_ascii_digit()));
    let valid = name.len() <= 253
        && trimmed.split('.').all(label)
        && (!looks_numeric || trimmed.parse::<IpAddr>().is_ok());
    if valid {
        Ok(trimmed.to_owned())
    } else {
        Err(wrong())
    }
}

/// Whether a host, as [`host`] gives it, is this machine itself: `localhost`, 127.0.0.0/8 or `::1`.
pub fn is_loopback(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}
