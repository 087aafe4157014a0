//! Where connections come from.

use std::fmt;
use std::io;
use std::time::Duration;

use async_trait::async_trait;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

/// How long one of a host's addresses may take to answer.
const EACH_ADDRESS: Duration = Duration::from_secs(10);

/// Bytes both ways.
pub trait Link: AsyncRead + AsyncWrite + Send + Unpin {}

impl<T: AsyncRead + AsyncWrite + Send + Unpin> Link for T {}

/// Opens connections to the relay. Tests have one that makes pipes in memory, so that they can move the time.
#[async_trait]
pub trait Connect: Send + Sync + 'static {
    /// A new connection.
    async fn connect(&self) -> io::Result<Box<dyn Link>>;
}

/// TCP.
#[derive(Debug, Clone)]
pub struct Tcp {
    host: String,
    port: u16,
}

impl Tcp {
    /// To a host name or address (brackets around an IPv6 address are allowed) and a port.
    pub fn new(host: &str, port: u16) -> Self {
        let host = host.trim_start_matches('[').trim_end_matches(']').to_owned();
        Self { host, port }
    }
}

#[async_trait]
impl Connect for Tcp {
    async fn connect(&self) -> io::Result<Box<dyn Link>> {
        let mut last = io::Error::new(io::ErrorKind::NotFound, "the host name has no address");
        for address in lookup_host((self.host.as_str(), self.port)).await? {
            // Each has its own limit: an IPv6 address that leads nowhere must not use up the time of the IPv4 one behind it.
            match timeout(EACH_ADDRESS, TcpStream::connect(address)).await {
                Ok(Ok(stream)) => {
                    // Without this, Nagle's algorithm and delayed acknowledgement hold each final dot back for 40 ms.
                    stream.set_nodelay(true)?;
                    return Ok(Box::new(stream));
                }
                Ok(Err(error)) => last = error,
                Err(_) => {
                    let what = format!("no answer from `{address}`");
                    last = io::Error::new(io::ErrorKind::TimedOut, what);
                }
            }
        }
        Err(last)
    }
}

impl fmt::Debug for dyn Link {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Link")
    }
}
