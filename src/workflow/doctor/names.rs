//! DNS.

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use hickory_resolver::TokioResolver;
use hickory_resolver::config::{ConnectionConfig, NameServerConfig, ResolverConfig, ResolverOpts};
use hickory_resolver::net::NetError;
use hickory_resolver::net::runtime::TokioRuntimeProvider;
use hickory_resolver::proto::rr::{RData, RecordType};

use crate::foundation::Failure;

/// How long one answer is waited for.
const PATIENCE: Duration = Duration::from_secs(4);

/// Asks name servers: the system's, or one that was named.
pub(super) struct Names(TokioResolver);

/// What DNS says, or why it says nothing. A name without such records is an empty list.
pub(super) type Said<T> = Result<Vec<T>, String>;

impl Names {
    /// Of the system, or of the server that was named as `HOST[:PORT]`.
    pub(super) async fn new(server: Option<&str>) -> Result<Self, Failure> {
        let cannot = |error: NetError| Failure::new(format!("DNS cannot be asked: {error}"));
        let mut builder = match server {
            Some(server) => {
                TokioResolver::builder_with_config(served_by(server).await?, TokioRuntimeProvider::default())
            }
            None => TokioResolver::builder_tokio().map_err(cannot)?,
        };
        let options: &mut ResolverOpts = builder.options_mut();
        options.timeout = PATIENCE;
        options.attempts = 2;
        builder.build().map(Self).map_err(cannot)
    }

    /// The texts of a name's TXT records, each joined from its strings.
    pub(super) async fn txt(&self, name: &str) -> Said<String> {
        self.ask(name, RecordType::TXT, |data| match data {
            RData::TXT(txt) => Some(String::from_utf8_lossy(&txt.txt_data.concat()).into_owned()),
            _ => None,
        })
        .await
    }

    /// The hosts that take a domain's mail, without dots at the end; an empty name is the null MX (RFC 7505).
    pub(super) async fn mail_exchangers(&self, domain: &str) -> Said<String> {
        self.ask(domain, RecordType::MX, |data| match data {
            RData::MX(mx) => Some(mx.exchange.to_ascii().trim_end_matches('.').to_owned()),
            _ => None,
        })
        .await
    }

    /// A host's addresses; an address is its own.
    pub(super) async fn addresses(&self, host: &str) -> Said<IpAddr> {
        if let Ok(address) = host.parse() {
            return Ok(vec![address]);
        }
        let address = |data: &RData| data.ip_addr();
        let mut addresses = self.ask(host, RecordType::A, address).await?;
        addresses.extend(self.ask(host, RecordType::AAAA, address).await?);
        Ok(addresses)
    }

    async fn ask<T>(&self, name: &str, kind: RecordType, take: impl Fn(&RData) -> Option<T>) -> Said<T> {
        // The dot keeps the system's search list out.
        let lookup = self
            .0
            .lookup(format!("{}.", name.trim_end_matches('.')), kind)
            .await;
        match lookup {
            Ok(lookup) => Ok(lookup
                .answers()
                .iter()
                .filter_map(|record| take(&record.data))
                .collect()),
            Err(error) if error.is_no_records_found() && !is_failure(&error) => Ok(Vec::new()),
            Err(error) => Err(error.to_string()),
        }
    }
}

/// A server that failed also sends no records.
fn is_failure(error: &NetError) -> bool {
    let text = error.to_string().to_lowercase();
    ["server failure", "servfail", "refused"]
        .iter()
        .any(|word| text.contains(word))
}

async fn served_by(server: &str) -> Result<ResolverConfig, Failure> {
    let address = match (server.parse::<SocketAddr>(), server.parse::<IpAddr>()) {
        (Ok(address), _) => address,
        (_, Ok(address)) => SocketAddr::new(address, 53),
        _ => looked_up(server).await?,
    };
    let with_port = |mut connection: ConnectionConfig| {
        connection.port = address.port();
        connection
    };
    let connections = [ConnectionConfig::udp(), ConnectionConfig::tcp()].map(with_port);
    let server = NameServerConfig::new(address.ip(), true, connections.into());
    Ok(ResolverConfig::from_name_servers(vec![server]))
}

async fn looked_up(server: &str) -> Result<SocketAddr, Failure> {
    let wrong = || {
        Failure::new(format!("`{server}` is no name server"))
            .hinted("write `--nameserver 192.0.2.53`, `192.0.2.53:5353` or `ns.example.org`")
    };
    let target = if server.contains(':') {
        server.to_owned()
    } else {
        format!("{server}:53")
    };
    let mut found = tokio::net::lookup_host(target).await.map_err(|_| wrong())?;
    found.next().ok_or_else(wrong)
}
