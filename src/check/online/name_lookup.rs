//! From a host's name to its addresses.

use std::fmt;
use std::io;
use std::net::{SocketAddr, ToSocketAddrs};
use std::sync::Arc;

/// Looks names up: by the system, or in tests by a function.
#[derive(Clone)]
pub struct NameLookup(Arc<Lookup>);

type Lookup = dyn Fn(&str, u16) -> Result<Vec<SocketAddr>, Unresolved> + Send + Sync;

/// Why a name has no address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unresolved {
    /// The name does not exist, or no host has it.
    NoSuchHost,
    /// Nobody could be asked just now, or the answer made no sense: the reason.
    Failed(String),
}

/// How systems say that a name does not exist (`EAI_NONAME`) or has no address (`EAI_NODATA`): glibc, musl, the BSDs and macOS. The standard library
/// gives the words and not the number. What none of them says is a temporary failure, so that an unknown system errs towards doubt.
const NO_SUCH_HOST: &[&str] = &[
    "name or service not known",
    "no address associated with",
    "name does not resolve",
    "name has no usable address",
    "nodename nor servname provided, or not known",
];

/// How Windows says so: `WSAHOST_NOT_FOUND` and `WSANO_DATA`.
const NO_SUCH_HOST_ON_WINDOWS: [i32; 2] = [11001, 11004];

impl NameLookup {
    /// The system's own.
    pub fn system() -> Self {
        Self::from_fn(|host, port| match (host, port).to_socket_addrs() {
            Ok(addresses) => Ok(addresses.collect()),
            Err(error) => Err(Unresolved::from(&error)),
        })
    }

    /// A lookup made of a function, which is given the host's name and the port.
    pub fn from_fn(
        lookup: impl Fn(&str, u16) -> Result<Vec<SocketAddr>, Unresolved> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(lookup))
    }

    /// The addresses of a host, at least one. Blocks for as long as the system takes.
    pub(super) fn addresses(&self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Unresolved> {
        let addresses = (self.0)(host, port)?;
        if addresses.is_empty() {
            return Err(Unresolved::NoSuchHost);
        }
        Ok(addresses)
    }
}

impl From<&io::Error> for Unresolved {
    fn from(error: &io::Error) -> Self {
        let words = error.to_string().to_lowercase();
        let said = NO_SUCH_HOST.iter().any(|phrase| words.contains(phrase));
        let numbered = cfg!(windows)
            && error
                .raw_os_error()
                .is_some_and(|code| NO_SUCH_HOST_ON_WINDOWS.contains(&code));
        if said || numbered {
            Self::NoSuchHost
        } else {
            Self::Failed(error.to_string())
        }
    }
}

impl fmt::Debug for NameLookup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("NameLookup")
    }
}

impl fmt::Display for Unresolved {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchHost => f.write_str("no such host"),
            Self::Failed(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for Unresolved {}
