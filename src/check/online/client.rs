//! One request, and what came of it.

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio_rustls::rustls;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use ureq::tls::{Certificate, RootCerts, TlsConfig};
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Error, Timeout};
use url::Url;

use super::{CertificateFault, Doubt, GuardedResolver, Refusal, Unresolved, Verdict};

/// Who asks: servers' administrators want to know.
const USER_AGENT: &str = concat!(
    "digest/",
    env!("CARGO_PKG_VERSION"),
    " (link check of a newsletter)"
);
/// A response's head is read up to this size; its body never.
const LARGEST_HEAD: usize = 64 << 10;
const REQUEST_BUFFER: usize = 16 << 10;

/// Sends single requests. Follows nothing, keeps no cookie and no connection, and looks at no proxy variable.
#[derive(Debug)]
pub(super) struct Client {
    agent: Agent,
}

/// How to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Method {
    /// For the head alone.
    Head,
    /// For the page; only its head is read.
    Get,
}

/// What a server answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reply {
    /// The status.
    pub(super) status: u16,
    /// Where it redirects to, as written.
    pub(super) location: Option<String>,
}

impl Client {
    /// A client that connects where the resolver lets it, waits so long for an answer, and trusts these roots, or else the system's.
    pub(super) fn new(
        resolver: GuardedResolver,
        patience: Duration,
        roots: Option<&[Certificate<'static>]>,
    ) -> Self {
        let roots = roots.map_or(RootCerts::PlatformVerifier, RootCerts::new_with_certs);
        let tls = TlsConfig::builder()
            .root_certs(roots)
            .unversioned_rustls_crypto_provider(Arc::new(aws_lc_rs::default_provider()))
            .build();
        let config = Agent::config_builder()
            .tls_config(tls)
            .proxy(None)
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent(USER_AGENT)
            .timeout_global(Some(patience))
            .max_response_header_size(LARGEST_HEAD)
            .input_buffer_size(LARGEST_HEAD)
            .output_buffer_size(REQUEST_BUFFER)
            .max_idle_connections(0)
            .build();
        Self {
            agent: Agent::with_parts(config, DefaultConnector::default(), resolver),
        }
    }

    /// What the server answers, or the verdict that follows from its not answering.
    pub(super) fn ask(&self, method: Method, url: &Url) -> Result<Reply, Verdict> {
        let request = match method {
            Method::Head => self.agent.head(url.as_str()),
            Method::Get => self.agent.get(url.as_str()),
        };
        // The body is dropped unread, and the connection with it.
        let response = request.call().map_err(|error| verdict(error, url))?;
        let location = response.headers().get("location");
        Ok(Reply {
            status: response.status().as_u16(),
            location: location.map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
        })
    }
}

fn verdict(error: Error, url: &Url) -> Verdict {
    match error {
        Error::Timeout(Timeout::Resolve) => Doubt::Lookup("no answer in time".to_owned()).into(),
        Error::Timeout(_) => Doubt::Timeout.into(),
        Error::Io(error) => match error.get_ref().and_then(|inner| inner.downcast_ref()) {
            Some(error) => untrusted(error, url),
            None if error.kind() == io::ErrorKind::TimedOut => Doubt::Timeout.into(),
            None => Doubt::Lost(lost(&error)).into(),
        },
        Error::Rustls(error) => untrusted(&error, url),
        Error::Other(error) => match error.downcast::<Refusal>() {
            Ok(refusal) => (*refusal).into(),
            Err(error) => match error.downcast::<Unresolved>() {
                Ok(unresolved) => nameless(*unresolved, url),
                Err(error) => Doubt::Lost(error.to_string()).into(),
            },
        },
        error => Doubt::Lost(error.to_string()).into(),
    }
}

fn untrusted(error: &rustls::Error, url: &Url) -> Verdict {
    match CertificateFault::behind(error) {
        Some(fault) => Verdict::BadCertificate {
            host: host(url),
            fault,
        },
        None => Doubt::Tls(error.to_string()).into(),
    }
}

fn nameless(unresolved: Unresolved, url: &Url) -> Verdict {
    match unresolved {
        Unresolved::NoSuchHost => Verdict::NoSuchHost { host: host(url) },
        Unresolved::Failed(reason) => Doubt::Lookup(reason).into(),
    }
}

fn lost(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::ConnectionRefused => "the connection was refused".to_owned(),
        io::ErrorKind::ConnectionReset
        | io::ErrorKind::ConnectionAborted
        | io::ErrorKind::BrokenPipe
        | io::ErrorKind::UnexpectedEof => "the connection was closed".to_owned(),
        io::ErrorKind::NetworkUnreachable | io::ErrorKind::HostUnreachable => {
            "there is no way to the host".to_owned()
        }
        _ => error.to_string(),
    }
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}
