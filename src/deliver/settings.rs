//! What a run of sending needs to know.

use std::time::Duration;

use crate::foundation::Rate;
use crate::publication::{Relay, Security};

use super::{DomainLimit, Secret, Timeouts};

/// The relay, and how it is to be treated.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Host name or address, without brackets.
    pub host: String,
    /// TCP port.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// User and password for AUTH; never sent before TLS stands, unless `security` is [`Security::None`].
    pub credentials: Option<(String, Secret)>,
    /// Certificates in PEM to trust besides the system's.
    pub extra_roots_pem: Option<Vec<u8>>,
    /// The name that EHLO gives.
    pub helo: String,
    /// How many connections at once; at least one is opened.
    pub connections: usize,
    /// For how many copies beyond the one under way each connection may announce the final dot early.
    pub ahead: usize,
    /// How fast final dots may be written, all connections together.
    pub rate: Rate,
    /// Recipient domains with limits of their own, which hold besides the rate of all.
    pub domains: Vec<DomainLimit>,
    /// Limits in time.
    pub timeouts: Timeouts,
    /// After this many copies a connection is closed and a new one opened: relays that count close it less politely.
    pub messages_per_connection: usize,
    /// A connection that is older takes no further copy.
    pub connection_age: Duration,
    /// How long the relay may be out of reach before the run stops. An attempt under way is not cut short.
    pub patience: Duration,
    /// How long the relay may refuse us for now before the run stops. Most that count our mail do so by the minute, and refuse what comes beyond until that is over (Postfix's
    /// `anvil_rate_time_unit` is 60 s).
    pub forbearance: Duration,
}

impl Settings {
    /// A server at a host and port: no TLS, no AUTH, one connection, no limit, the usual times.
    pub fn new(host: impl Into<String>, port: u16) -> Self {
        Self {
            host: host.into(),
            port,
            security: Security::None,
            credentials: None,
            extra_roots_pem: None,
            helo: "localhost".to_owned(),
            connections: 1,
            ahead: 1,
            rate: Rate::Unlimited,
            domains: Vec::new(),
            timeouts: Timeouts::default(),
            messages_per_connection: 500,
            connection_age: Duration::from_mins(10),
            patience: Duration::from_secs(30),
            forbearance: Duration::from_mins(5),
        }
    }

    /// As digest.yaml says. AUTH takes place where a user is named and there is a password; `helo` is used where the file gives no name.
    pub fn of_relay(
        relay: &Relay,
        password: Option<Secret>,
        extra_roots_pem: Option<Vec<u8>>,
        helo: &str,
    ) -> Self {
        Self {
            security: relay.security,
            credentials: relay.user.clone().zip(password),
            extra_roots_pem,
            helo: relay.helo.clone().unwrap_or_else(|| helo.to_owned()),
            connections: relay.connections,
            ahead: relay.ahead,
            rate: relay.rate,
            domains: relay.per_domain.iter().map(DomainLimit::of).collect(),
            messages_per_connection: relay.messages_per_connection,
            connection_age: relay.connection_age,
            ..Self::new(relay.host.clone(), relay.port)
        }
    }

    /// `host:port`, for messages.
    pub fn relay(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }
}
