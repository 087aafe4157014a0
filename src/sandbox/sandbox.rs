//! The server.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::sleep;

use super::conversation::Conversation;
use super::maildir::Maildir;

/// So many clients at once; more wait.
const MOST_CLIENTS: usize = 128;

/// An SMTP server on a free port of the loopback, running on the present tokio runtime until it is stopped or dropped.
#[derive(Debug)]
pub struct Sandbox {
    port: u16,
    stored: Arc<AtomicUsize>,
    server: JoinHandle<()>,
}

impl Sandbox {
    /// Starts it; messages are kept in `maildir`, which is made where it is missing.
    pub async fn start(maildir: PathBuf) -> io::Result<Self> {
        let maildir = Arc::new(Maildir::open(maildir)?);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let port = listener.local_addr()?.port();
        let stored = Arc::new(AtomicUsize::new(0));
        let server = tokio::spawn(serve(listener, maildir, stored.clone()));
        Ok(Self { port, stored, server })
    }

    /// The port it listens on, on 127.0.0.1.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// How many copies it has kept.
    pub fn stored(&self) -> usize {
        self.stored.load(Ordering::Relaxed)
    }

    /// Stops it; clients that are still there are cut off.
    pub async fn stop(mut self) {
        self.server.abort();
        // Being cut off is what it ends by.
        let _ = (&mut self.server).await;
    }
}

impl Drop for Sandbox {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn serve(listener: TcpListener, maildir: Arc<Maildir>, stored: Arc<AtomicUsize>) {
    let mut clients = JoinSet::new();
    loop {
        while clients.len() >= MOST_CLIENTS {
            clients.join_next().await;
        }
        while clients.try_join_next().is_some() {}
        match listener.accept().await {
            Ok((stream, peer)) if is_local(peer) => {
                let _ = stream.set_nodelay(true);
                clients.spawn(Conversation::new(stream, maildir.clone(), stored.clone()).hold());
            }
            Ok(_) => {}
            // Out of descriptors, say: there will be some when a client leaves.
            Err(_) => sleep(Duration::from_millis(100)).await,
        }
    }
}

fn is_local(peer: SocketAddr) -> bool {
    peer.ip().is_loopback()
}
