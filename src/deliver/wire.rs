//! The stream under lettre.

use std::fmt;
use std::future::poll_fn;
use std::io::{self, IoSlice};
use std::mem::MaybeUninit;
use std::net::{Ipv4Addr, SocketAddr};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, ready};

use lettre::transport::smtp::client::AsyncTokioStream;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

use crate::message::Reply;

use super::connect::Link;
use super::encryption::Encryption;
use super::reply_lines::ReplyLines;

/// A connection that lettre and we both hold: lettre greets and authenticates, we turn TLS on, and then write messages with what goes out behind them and read the replies.
///
/// Commands are collected until a reply is asked for, since lettre flushes after each; so a group of them leaves as one packet.
#[derive(Clone)]
pub(super) struct Wire(Arc<Mutex<Inner>>);

struct Inner {
    /// Away only while TLS is negotiated, and for good where that failed.
    link: Option<Box<dyn Link>>,
    out: Vec<u8>,
    sent: usize,
    unflushed: bool,
    spoken: bool,
    /// EHLO is said as HELO.
    plain: bool,
    lines: ReplyLines,
}

/// What a look at the connection shows when nothing is awaited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sight {
    /// Nothing: as it should be.
    Quiet,
    /// The server said something unasked.
    Talking,
    /// The server closed it.
    Closed,
}

impl Wire {
    /// `plain` turns lettre's EHLO into HELO, which it does not have.
    pub(super) fn new(link: Box<dyn Link>, plain: bool) -> Self {
        Self(Arc::new(Mutex::new(Inner {
            link: Some(link),
            out: Vec::new(),
            sent: 0,
            unflushed: false,
            spoken: false,
            plain,
            lines: ReplyLines::default(),
        })))
    }

    /// Waits for a whole reply without taking it.
    pub(super) async fn answered(&self) -> io::Result<()> {
        poll_fn(|cx| self.lock().poll_answered(cx)).await
    }

    /// Collects a command, which leaves when the reply to it is asked for.
    pub(super) fn say(&self, command: &str) {
        self.lock().out.extend_from_slice(command.as_bytes());
    }

    /// Waits for the next reply and takes it. The inner error is what was heard where it is no reply.
    pub(super) async fn next_reply(&self) -> io::Result<Result<Reply, String>> {
        poll_fn(|cx| self.lock().poll_reply(cx)).await
    }

    /// Writes what was collected and then of these parts what the socket takes at once, from `written` octets on. Returns how many octets of them are written now.
    pub(super) async fn write_some(&self, parts: &[&[u8]], written: usize) -> io::Result<usize> {
        poll_fn(|cx| self.lock().poll_write_some(cx, parts, written)).await
    }

    /// Sees to it that what was written leaves.
    pub(super) async fn flush_out(&self) -> io::Result<()> {
        poll_fn(|cx| self.lock().poll_drain(cx)).await
    }

    /// Looks whether the server has closed the connection or said something; does not wait.
    pub(super) async fn look(&self) -> Sight {
        poll_fn(|cx| Poll::Ready(self.lock().look(cx))).await
    }

    /// Negotiates TLS.
    pub(super) async fn encrypt(&self, encryption: &Encryption) -> io::Result<()> {
        let link = self.lock().link.take().ok_or_else(gone)?;
        let link = encryption.negotiate(link).await?;
        self.lock().link = Some(link);
        Ok(())
    }

    /// Whether anything was said by us yet.
    pub(super) fn has_spoken(&self) -> bool {
        self.lock().spoken
    }

    /// Forgets the last reply before the next is awaited.
    pub(super) fn forget(&self) {
        self.lock().lines.forget();
    }

    /// What was heard where lettre found no reply in it.
    pub(super) fn unreadable(&self) -> Option<String> {
        self.lock().lines.unreadable()
    }

    /// The last reply that lettre read, as the server gave it.
    pub(super) fn reply(&self) -> Option<Reply> {
        self.lock().lines.reply()
    }

    /// The texts of that reply's lines.
    pub(super) fn heard(&self) -> Vec<String> {
        self.lock().lines.heard().map(str::to_owned).collect()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Inner {
    fn link(&mut self) -> io::Result<Pin<&mut Box<dyn Link>>> {
        self.link.as_mut().map(Pin::new).ok_or_else(gone)
    }

    fn poll_drain(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while self.sent < self.out.len() {
            let Some(link) = self.link.as_mut() else {
                return Poll::Ready(Err(gone()));
            };
            let count = ready!(Pin::new(link).poll_write(cx, &self.out[self.sent..]))?;
            if count == 0 {
                return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
            }
            self.sent += count;
            self.unflushed = true;
        }
        self.out.clear();
        self.sent = 0;
        if self.unflushed {
            ready!(self.link()?.poll_flush(cx))?;
            self.unflushed = false;
        }
        Poll::Ready(Ok(()))
    }

    fn poll_write_some(
        &mut self,
        cx: &mut Context<'_>,
        parts: &[&[u8]],
        written: usize,
    ) -> Poll<io::Result<usize>> {
        if self.sent < self.out.len() {
            ready!(self.poll_drain(cx))?;
        }
        let mut slices: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
        let mut slices = &mut slices[..];
        IoSlice::advance_slices(&mut slices, written);
        let count = ready!(self.link()?.poll_write_vectored(cx, slices))?;
        if count == 0 {
            return Poll::Ready(Err(io::ErrorKind::WriteZero.into()));
        }
        self.unflushed = true;
        Poll::Ready(Ok(written + count))
    }

    /// One read from the socket; 0 octets where the server closed it.
    fn poll_fill(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<usize>> {
        let mut chunk = [MaybeUninit::uninit(); 2048];
        let mut buffer = ReadBuf::uninit(&mut chunk);
        ready!(self.link()?.poll_read(cx, &mut buffer))?;
        self.lines.push(buffer.filled())?;
        Poll::Ready(Ok(buffer.filled().len()))
    }

    fn poll_answered(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        while !self.lines.holds_reply() {
            if ready!(self.poll_fill(cx))? == 0 {
                return Poll::Ready(Err(io::Error::new(
                    io::ErrorKind::UnexpectedEof,
                    "the relay closed the connection",
                )));
            }
        }
        Poll::Ready(Ok(()))
    }

    fn poll_reply(&mut self, cx: &mut Context<'_>) -> Poll<io::Result<Result<Reply, String>>> {
        ready!(self.poll_drain(cx))?;
        ready!(self.poll_answered(cx))?;
        Poll::Ready(Ok(self.lines.take()))
    }

    fn look(&mut self, cx: &mut Context<'_>) -> Sight {
        if !self.lines.is_empty() {
            return Sight::Talking;
        }
        match self.poll_fill(cx) {
            Poll::Pending => Sight::Quiet,
            Poll::Ready(Ok(0) | Err(_)) => Sight::Closed,
            Poll::Ready(Ok(_)) => Sight::Talking,
        }
    }
}

impl AsyncRead for Wire {
    fn poll_read(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let mut inner = self.lock();
        ready!(inner.poll_drain(cx))?;
        while !inner.lines.give(buffer) {
            if ready!(inner.poll_fill(cx))? == 0 {
                break;
            }
        }
        Poll::Ready(Ok(()))
    }
}

impl AsyncWrite for Wire {
    fn poll_write(self: Pin<&mut Self>, _: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let mut inner = self.lock();
        match bytes.strip_prefix(b"EHLO ") {
            Some(name) if inner.plain => {
                inner.out.extend_from_slice(b"HELO ");
                inner.out.extend_from_slice(name);
            }
            _ => inner.out.extend_from_slice(bytes),
        }
        inner.spoken = true;
        Poll::Ready(Ok(bytes.len()))
    }

    /// Nothing: what was collected leaves when the reply to it is asked for.
    fn poll_flush(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<io::Result<()>> {
        Poll::Ready(Ok(()))
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let mut inner = self.lock();
        ready!(inner.poll_drain(cx))?;
        inner.link()?.poll_shutdown(cx)
    }
}

impl AsyncTokioStream for Wire {
    /// Asked for by nobody here; a link need not have one.
    fn peer_addr(&self) -> io::Result<SocketAddr> {
        Ok(SocketAddr::from((Ipv4Addr::UNSPECIFIED, 0)))
    }
}

impl fmt::Debug for Wire {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wire")
    }
}

fn gone() -> io::Error {
    io::Error::new(io::ErrorKind::NotConnected, "the connection is gone")
}
