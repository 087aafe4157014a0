//! The SMTP server that takes our mail.

use std::net::Ipv4Addr;
use std::ops::RangeInclusive;
use std::path::PathBuf;
use std::time::Duration;

use crate::foundation::Rate;

use super::relay_url::RelayUrl;
use super::value::{domain, duration, host, path};
use super::{Fault, Reader};

const CONNECTIONS: usize = 4;
const MOST_CONNECTIONS: usize = 100;
const AHEAD: usize = 1;
const MOST_AHEAD: usize = 16;
const RATE: Rate = Rate::Limited {
    messages: 10,
    period: Duration::from_secs(1),
};
const RETRY_DELAYS: [Duration; 3] = [
    Duration::from_secs(10),
    Duration::from_mins(1),
    Duration::from_mins(5),
];

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
    /// For how many copies beyond the one under way a connection may ask the ledger for leave: after a crash, up to `(1 + ahead) × connections` copies are in doubt.
    pub ahead: usize,
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

impl Relay {
    /// Reads `relay`.
    pub(super) fn read(reader: &mut Reader<'_>) -> Option<Self> {
        let url = reader.required("url", "smtps://user@smtp.example.org", RelayUrl::parse);
        let tls = reader.spanned("tls", Tls::parse);
        let password_file = reader.optional("password_file", path);
        let ca_file = reader.optional("ca_file", path);
        let helo = reader.optional("helo", helo);
        let connections = reader.optional("connections", connections);
        let ahead = reader.optional("ahead", ahead);
        let rate = reader.optional("rate", str::parse);
        let per_domain = reader.named_values("per_domain", domain, str::parse::<Rate>);
        let retry_delays = reader.list("retry", delay);
        let url = url?;
        if let (true, Some((Tls::None, span))) = (url.implicit_tls, tls) {
            let fault = Fault::new("`tls: none` contradicts `smtps://`");
            reader.wrong(
                span,
                fault.hinted("write `smtp://` in `relay.url`, or leave `tls` out"),
            );
        }
        Some(Self {
            security: security(&url, tls.map(|(tls, _)| tls)),
            host: url.host,
            port: url.port,
            user: url.user,
            password_file,
            ca_file,
            helo,
            connections: connections.unwrap_or(CONNECTIONS),
            ahead: ahead.unwrap_or(AHEAD),
            rate: rate.unwrap_or(RATE),
            per_domain: per_domain
                .into_iter()
                .map(|limit| (limit.name, limit.value))
                .collect(),
            retry_delays: match retry_delays {
                Some(delays) => delays.into_iter().map(|(delay, _)| delay).collect(),
                None => RETRY_DELAYS.to_vec(),
            },
        })
    }
}

/// What `tls` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tls {
    Required,
    None,
}

impl Tls {
    fn parse(text: &str) -> Result<Self, Fault> {
        match text {
            "required" => Ok(Self::Required),
            "none" => Ok(Self::None),
            _ => Err(Fault::new(format!("`{text}` is neither `required` nor `none`"))),
        }
    }
}

/// Without a word on it, only a relay on this very machine is spoken to in the clear.
fn security(url: &RelayUrl, tls: Option<Tls>) -> Security {
    match tls {
        _ if url.implicit_tls => Security::Implicit,
        Some(Tls::None) => Security::None,
        None if url.is_loopback() => Security::None,
        Some(Tls::Required) | None => Security::StartTls,
    }
}

fn connections(text: &str) -> Result<usize, Fault> {
    number(text, 1..=MOST_CONNECTIONS)
}

fn ahead(text: &str) -> Result<usize, Fault> {
    number(text, 0..=MOST_AHEAD)
}

fn number(text: &str, range: RangeInclusive<usize>) -> Result<usize, Fault> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| {
        let (least, most) = range.into_inner();
        Fault::new(format!("`{text}` is no number from {least} to {most}"))
    })
}

fn delay(text: &str) -> Result<Duration, Fault> {
    let delay = duration(text)?;
    if delay.is_zero() {
        return Err(Fault::new(
            "a relay that deferred a message needs time before the next try",
        ));
    }
    Ok(delay)
}

/// A name that EHLO can give (RFC 5321 section 4.1.4): a host name, or an address literal in brackets.
fn helo(text: &str) -> Result<String, Fault> {
    let literal = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']'));
    match literal {
        Some(inner) if inner.parse::<Ipv4Addr>().is_ok() => Ok(text.to_owned()),
        Some(inner) => {
            let inner = inner.strip_prefix("IPv6:").unwrap_or(inner);
            let address = host(&format!("[{inner}]"))?;
            Ok(format!("[IPv6:{address}]"))
        }
        None => host(text),
    }
}
