//! What became of a link.

use std::fmt;
use std::net::IpAddr;

use super::{CertificateFault, Refusal};

/// What became of a link. A fault is only what every reader meets; whatever may be otherwise tomorrow, or from elsewhere, is a [`Doubt`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It leads to a page.
    Answers,
    /// It leads to a page, and the server says that the page has another address for good (301 or 308).
    Moved {
        /// The new address: where the permanent redirects from the link onwards end. Temporary ones behind it are not counted.
        to: String,
    },
    /// There is no such page: 404 or 410.
    Gone {
        /// The status.
        status: u16,
        /// The address that answered so: the link's own, or where it redirects to.
        at: String,
    },
    /// There is no such host.
    NoSuchHost {
        /// Its name.
        host: String,
    },
    /// The host's certificate is one that browsers refuse.
    BadCertificate {
        /// The host.
        host: String,
        /// What is wrong with it.
        fault: CertificateFault,
    },
    /// It leads to an address that is not the public's, and was not connected to.
    Refused {
        /// The address.
        address: IpAddr,
    },
    /// It cannot be told from here and now.
    Unknown(Doubt),
}

/// Why it cannot be told whether a link answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// The server answered with a status that says little about the page: it asks who we are (401, 403), we are too many (429), it is out of
    /// order (5xx).
    Status(u16),
    /// The host had answered 429 before; it was left alone for the rest of the run.
    Busy,
    /// The host had stayed silent before; it was not asked any more.
    Silent,
    /// No answer in time.
    Timeout,
    /// The connection could not be made, or broke, or no HTTP was spoken.
    Lost(String),
    /// No TLS connection, or an unknown issuer.
    Tls(String),
    /// The name could not be looked up just now.
    Lookup(String),
    /// Not one name could be looked up: this machine has no network.
    NoNetwork,
    /// More redirects than are followed: often a loop that ends for browsers, which keep cookies.
    Redirects,
    /// A redirect that says no address, or one that is none of the web's.
    Location(String),
    /// An address with a user or a password in it, which are not sent.
    Userinfo,
    /// A port that is none of the web's, and is not tried.
    Port(u16),
}

impl Verdict {
    /// Whether every reader who follows the link ends before a wall.
    pub fn is_broken(&self) -> bool {
        matches!(
            self,
            Self::Gone { .. } | Self::NoSuchHost { .. } | Self::BadCertificate { .. }
        )
    }

    /// Whether a page answered.
    pub fn is_good(&self) -> bool {
        matches!(self, Self::Answers | Self::Moved { .. })
    }
}

impl From<Doubt> for Verdict {
    fn from(doubt: Doubt) -> Self {
        Self::Unknown(doubt)
    }
}

impl From<Refusal> for Verdict {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Address(address) => Self::Refused { address },
            Refusal::Port(port) => Self::Unknown(Doubt::Port(port)),
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Answers => f.write_str("answers"),
            Self::Moved { to } => write!(f, "has moved to `{to}`"),
            Self::Gone { status, at } => write!(f, "`{at}` answers {status}"),
            Self::NoSuchHost { host } => write!(f, "there is no host `{host}`"),
            Self::BadCertificate { host, fault } => write!(f, "the certificate of `{host}` {fault}"),
            Self::Refused { address } => write!(f, "leads to `{address}`, which is no public address"),
            Self::Unknown(doubt) => write!(f, "{doubt}"),
        }
    }
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status(status) => write!(f, "the server answers {status}"),
            Self::Busy => f.write_str("the host asked to be left alone for now"),
            Self::Silent => f.write_str("the host was silent before, and was not asked again"),
            Self::Timeout => f.write_str("no answer in time"),
            Self::Lost(reason) => write!(f, "no answer: {reason}"),
            Self::Tls(reason) => write!(f, "no trusted connection: {reason}"),
            Self::Lookup(reason) => write!(f, "the host's name could not be looked up: {reason}"),
            Self::NoNetwork => f.write_str("this machine has no network"),
            Self::Redirects => f.write_str("it redirects again and again"),
            Self::Location(location) => {
                write!(f, "it redirects to `{location}`, which is no address of the web")
            }
            Self::Userinfo => f.write_str("an address with a user name in it is not asked"),
            Self::Port(port) => write!(f, "port {port} is none of the web's, and is not tried"),
        }
    }
}
