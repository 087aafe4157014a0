//! Names looked up, and addresses refused, at the moment of connecting.

use std::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::thread;

use ureq::config::Config;
use ureq::http::Uri;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::NextTimeout;
use ureq::{Error, Timeout};

use super::{AddressGuard, NameLookup, Unresolved};

/// At most so many addresses of a host are tried; the HTTP client takes no more than sixteen.
const MOST_ADDRESSES: usize = 8;

/// What the HTTP client asks for addresses, once for every connection; it connects to those that it is given and to no other. So an address is
/// checked and used in one step, and no second lookup lies between.
#[derive(Debug, Clone)]
pub(super) struct GuardedResolver {
    guard: AddressGuard,
    names: NameLookup,
    resolved: Arc<AtomicBool>,
}

impl GuardedResolver {
    pub(super) fn new(guard: AddressGuard, names: NameLookup) -> Self {
        Self {
            guard,
            names,
            resolved: Arc::default(),
        }
    }

    /// Whether any name was found so far.
    pub(super) fn has_resolved(&self) -> bool {
        self.resolved.load(Ordering::Relaxed)
    }

    /// The addresses of a host. A lookup can hang for longer than anybody waits, so it has a thread of its own, which is left behind then.
    fn looked_up(&self, host: &str, port: u16, timeout: NextTimeout) -> Result<Vec<SocketAddr>, Error> {
        if let Some(address) = literal(host) {
            return Ok(vec![SocketAddr::new(address, port)]);
        }
        let (found, wanted) = sync_channel(1);
        let (names, host) = (self.names.clone(), host.to_owned());
        thread::spawn(move || {
            // Nobody listens any more where it took too long.
            let _ = found.send(names.addresses(&host, port));
        });
        let addresses = match wanted.recv_timeout(*timeout.after) {
            Ok(answer) => answer.map_err(|unresolved| Error::Other(Box::new(unresolved)))?,
            Err(RecvTimeoutError::Timeout) => return Err(Error::Timeout(Timeout::Resolve)),
            Err(RecvTimeoutError::Disconnected) => {
                let unresolved = Unresolved::Failed("the lookup ended without an answer".to_owned());
                return Err(Error::Other(Box::new(unresolved)));
            }
        };
        self.resolved.store(true, Ordering::Relaxed);
        Ok(addresses)
    }
}

impl Resolver for GuardedResolver {
    fn resolve(&self, uri: &Uri, _: &Config, timeout: NextTimeout) -> Result<ResolvedSocketAddrs, Error> {
        let (host, port) = host_and_port(uri).ok_or_else(|| Error::BadUri(uri.to_string()))?;
        let mut admitted = self.empty();
        let mut refused = None;
        for address in self.looked_up(host, port, timeout)? {
            match self.guard.refusal(address) {
                None if admitted.len() < MOST_ADDRESSES => admitted.push(address),
                None => {}
                Some(refusal) => refused = Some(refusal),
            }
        }
        match refused {
            Some(refusal) if admitted.is_empty() => Err(Error::Other(Box::new(refusal))),
            _ => Ok(admitted),
        }
    }
}

fn host_and_port(uri: &Uri) -> Option<(&str, u16)> {
    let default = match uri.scheme_str()? {
        "http" => 80,
        "https" => 443,
        _ => return None,
    };
    Some((uri.host()?, uri.port_u16().unwrap_or(default)))
}

/// The address that a host is, where it is written as one. What browsers take for an IPv4 address (`0x7f.1`, `2130706433`) was made a plain one
/// when the link was read.
fn literal(host: &str) -> Option<IpAddr> {
    if let Some(inner) = host.strip_prefix('[') {
        return inner.strip_suffix(']')?.parse::<Ipv6Addr>().ok().map(IpAddr::V6);
    }
    host.parse().ok()
}
