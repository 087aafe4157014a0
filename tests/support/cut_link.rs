//! A connection that breaks after so many octets.

use std::io;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll, ready};

use async_trait::async_trait;
use digest_cli::deliver::{Connect, Link};
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use super::SmtpServer;

/// A server whose first connection breaks after so many of our octets have reached it.
pub(crate) struct Cut {
    server: SmtpServer,
    after: usize,
    /// What does not reach the server is taken from us all the same, as a system does that has not heard of the break.
    silent: bool,
    done: AtomicBool,
}

impl Cut {
    pub(crate) fn new(server: &SmtpServer, after: usize, silent: bool) -> Self {
        Self {
            server: server.clone(),
            after,
            silent,
            done: AtomicBool::new(false),
        }
    }
}

#[async_trait]
impl Connect for Cut {
    async fn connect(&self) -> io::Result<Box<dyn Link>> {
        let link = self.server.connect().await?;
        if self.done.swap(true, Ordering::Relaxed) {
            return Ok(link);
        }
        Ok(Box::new(CutLink {
            link,
            left: self.after,
            silent: self.silent,
        }))
    }
}

struct CutLink {
    link: Box<dyn Link>,
    left: usize,
    silent: bool,
}

impl AsyncRead for CutLink {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.link).poll_read(cx, buffer)
    }
}

impl AsyncWrite for CutLink {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, octets: &[u8]) -> Poll<io::Result<usize>> {
        if self.left == 0 {
            ready!(Pin::new(&mut self.link).poll_shutdown(cx))?;
            return Poll::Ready(if self.silent {
                Ok(octets.len())
            } else {
                Err(io::ErrorKind::BrokenPipe.into())
            });
        }
        let part = &octets[..octets.len().min(self.left)];
        let count = ready!(Pin::new(&mut self.link).poll_write(cx, part))?;
        self.left -= count;
        Poll::Ready(Ok(count))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.link).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.link).poll_shutdown(cx)
    }
}
