//! Which addresses may be connected to.

use std::fmt;
use std::net::{IpAddr, SocketAddr};

use super::Reach;

/// The ports on which the web is spoken. Others are not tried: a draft must not make this program knock on the doors of other services.
const WEB_PORTS: [u16; 4] = [80, 443, 8080, 8443];

/// Says of each address whether it may be connected to. Asked for every hop of every link, right before the connection is made.
///
/// Addresses that carry an IPv4 address within (mapped, NAT64, 6to4, Teredo, ISATAP) are refused whatever they carry. On a network that has no
/// IPv4 but by NAT64, hosts without IPv6 can therefore not be asked; that is told as a doubt, not as a fault of the link.
#[derive(Debug, Clone, Default)]
pub struct AddressGuard {
    own_network: bool,
    servers: Vec<SocketAddr>,
}

/// Why an address may not be connected to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Refusal {
    /// It is not the public's.
    Address(IpAddr),
    /// Its port is none on which the web is spoken.
    Port(u16),
}

impl AddressGuard {
    /// Public addresses alone.
    pub fn public_only() -> Self {
        Self::default()
    }

    /// Also this machine and private networks (RFC 1918, RFC 4193, RFC 6598), on any port. Link-local addresses stay refused.
    #[must_use]
    pub fn allowing_own_network(mut self) -> Self {
        self.own_network = true;
        self
    }

    /// Also one server, whatever its address.
    #[must_use]
    pub fn allowing(mut self, server: SocketAddr) -> Self {
        self.servers.push(server);
        self
    }

    /// Whether an address may be connected to.
    pub fn admits(&self, address: SocketAddr) -> bool {
        self.refusal(address).is_none()
    }

    /// Why an address may not be connected to; `None` where it may.
    pub(super) fn refusal(&self, address: SocketAddr) -> Option<Refusal> {
        if self.servers.contains(&address) {
            return None;
        }
        match Reach::of(address.ip()) {
            Reach::OwnNetwork if self.own_network => None,
            Reach::OwnNetwork | Reach::Nobody => Some(Refusal::Address(address.ip())),
            Reach::Public if WEB_PORTS.contains(&address.port()) => None,
            Reach::Public => Some(Refusal::Port(address.port())),
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Address(address) => write!(f, "`{address}` is no public address"),
            Self::Port(port) => write!(f, "port {port} is none of the web's"),
        }
    }
}

impl std::error::Error for Refusal {}
