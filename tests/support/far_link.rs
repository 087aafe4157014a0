//! A server that is far away.

use std::io;
use std::time::Duration;

use async_trait::async_trait;
use digest_cli::deliver::{Connect, Link};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::sync::mpsc;
use tokio::time::{Instant, sleep_until};

use super::SmtpServer;

/// A server whose octets, and ours to it, take this long to arrive.
pub(crate) struct Far {
    pub(crate) server: SmtpServer,
    pub(crate) way: Duration,
}

#[async_trait]
impl Connect for Far {
    async fn connect(&self) -> io::Result<Box<dyn Link>> {
        let near = self.server.connect().await?;
        let (ours, theirs) = tokio::io::duplex(1 << 20);
        let (near_reader, near_writer) = tokio::io::split(near);
        let (far_reader, far_writer) = tokio::io::split(ours);
        tokio::spawn(carry(near_reader, far_writer, self.way));
        tokio::spawn(carry(far_reader, near_writer, self.way));
        Ok(Box::new(theirs))
    }
}

async fn carry(
    mut from: impl AsyncRead + Send + Unpin + 'static,
    mut to: impl AsyncWrite + Send + Unpin + 'static,
    way: Duration,
) {
    let (sender, mut underway) = mpsc::unbounded_channel::<(Instant, Vec<u8>)>();
    tokio::spawn(async move {
        let mut chunk = vec![0; 1 << 16];
        while let Ok(count @ 1..) = from.read(&mut chunk).await {
            let _ = sender.send((Instant::now() + way, chunk[..count].to_vec()));
        }
    });
    while let Some((arrives, octets)) = underway.recv().await {
        sleep_until(arrives).await;
        if to.write_all(&octets).await.is_err() {
            return;
        }
    }
    let _ = to.shutdown().await;
}
