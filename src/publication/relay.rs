//! The SMTP server that takes our mail.

use std::path::PathBuf;
use std::time::Duration;

use crate::foundation::Rate;

/// How to reach the relay, and how fast to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relay {
    /// Its host name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// The user that AUTH names; without one there is no AUTH. The password is never here: it comes from `DIGEST_SMTP_PASSWORD` or `password_file`.
    pub user: Option<String>,
    /// A file with the password, readable by its owner alone.
    pub password_file: Option<PathBuf>,
    /// PEM certificates to trust besides the system's.
    pub ca_file: Option<PathBuf>,
    /// The name that EHLO gives; the From address's domain where absent.
    pub helo: Option<String>,
    /// How many connections at once.
    pub connections: usize,
    /// How fast mail leaves, all connections together.
    pub rate: Rate,
    /// Slower rates for some recipient domains (A-labels).
    pub per_domain: Vec<(String, Rate)>,
    /// How long a deferred copy waits before each further try within a run.
    pub retry_delays: Vec<Duration>,
}

/// How a connection is protected (RFC 8314, RFC 3207).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Security {
    /// TLS from the first byte (`smtps://`, port 465).
    Implicit,
    /// STARTTLS, required (`smtp://`, port 587).
    StartTls,
    /// None: for a relay on the loopback, or where `tls: none` says so.
    None,
}
