//! One client's dialogue.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::task::spawn_blocking;

use super::command::Command;
use super::inbound::{LARGEST_MESSAGE, Line, read_line, read_message};
use super::maildir::Maildir;

/// After so many commands that make no sense the client is shown out.
const MOST_MISTAKES: usize = 20;
/// RFC 5321 section 4.5.3.1.8.
const MOST_RECIPIENTS: usize = 100;

/// The server's side of a connection.
pub(super) struct Conversation<T> {
    stream: BufReader<T>,
    replies: Vec<u8>,
    maildir: Arc<Maildir>,
    stored: Arc<AtomicUsize>,
    greeted: bool,
    sender: Option<String>,
    recipients: Vec<String>,
    mistakes: usize,
}

impl<T: AsyncRead + AsyncWrite + Unpin> Conversation<T> {
    pub(super) fn new(stream: T, maildir: Arc<Maildir>, stored: Arc<AtomicUsize>) -> Self {
        Self {
            stream: BufReader::new(stream),
            replies: Vec::new(),
            maildir,
            stored,
            greeted: false,
            sender: None,
            recipients: Vec::new(),
            mistakes: 0,
        }
    }

    /// Answers until the client leaves.
    pub(super) async fn hold(mut self) -> io::Result<()> {
        self.say("220 sandbox ESMTP");
        loop {
            self.flush_if_idle().await?;
            let command = match read_line(&mut self.stream).await? {
                Line::End => return Ok(()),
                Line::Bad => Command::Malformed,
                Line::Whole(line) => Command::parse(&line),
            };
            if command == Command::Quit {
                self.say("221 2.0.0 bye");
                return self.flush().await;
            }
            self.answer(command).await?;
            if self.mistakes > MOST_MISTAKES {
                self.say("421 4.7.0 too many mistakes");
                return self.flush().await;
            }
        }
    }

    async fn answer(&mut self, command: Command) -> io::Result<()> {
        match command {
            Command::Ehlo => {
                self.greet();
                self.say(&format!(
                    "250-sandbox\r\n250-PIPELINING\r\n250-SIZE {LARGEST_MESSAGE}\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES"
                ));
            }
            Command::Helo => {
                self.greet();
                self.say("250 sandbox");
            }
            Command::Mail(path) => self.mail(path),
            Command::Recipient(path) => self.recipient(path),
            Command::Data => self.data().await?,
            Command::Reset => {
                self.forget();
                self.say("250 2.0.0 forgotten");
            }
            Command::Noop => self.say("250 2.0.0 indeed"),
            Command::Verify => self.say("252 2.5.0 every address is good here"),
            Command::Malformed => self.object("501 5.5.4 the command is malformed"),
            Command::Unknown | Command::Quit => self.object("500 5.5.1 no such command"),
        }
        Ok(())
    }

    fn mail(&mut self, path: String) {
        if !self.greeted {
            self.object("503 5.5.1 say EHLO first");
        } else if self.sender.is_some() {
            self.object("503 5.5.1 a transaction is open");
        } else {
            self.sender = Some(path);
            self.say("250 2.1.0 sender noted");
        }
    }

    fn recipient(&mut self, path: String) {
        if self.sender.is_none() {
            self.object("503 5.5.1 say MAIL first");
        } else if self.recipients.len() >= MOST_RECIPIENTS {
            self.say("452 4.5.3 too many recipients");
        } else {
            self.recipients.push(path);
            self.say("250 2.1.5 recipient noted");
        }
    }

    async fn data(&mut self) -> io::Result<()> {
        if self.sender.is_none() {
            self.object("503 5.5.1 say MAIL first");
            return Ok(());
        }
        if self.recipients.is_empty() {
            self.object("554 5.5.1 no recipients");
            return Ok(());
        }
        self.say("354 end with a dot on a line of its own");
        self.flush().await?;
        let message = read_message(&mut self.stream).await?;
        let sender = self.sender.take().unwrap_or_default();
        let recipients = std::mem::take(&mut self.recipients);
        let Some(message) = message else {
            self.say("552 5.3.4 the message is too large");
            return Ok(());
        };
        let copies = recipients.len();
        let maildir = self.maildir.clone();
        let kept = spawn_blocking(move || {
            recipients
                .iter()
                .try_for_each(|recipient| maildir.keep(&sender, recipient, &message))
        });
        match kept.await.map_err(io::Error::other).flatten() {
            Ok(()) => {
                let number = self.stored.fetch_add(copies, Ordering::Relaxed) + copies;
                self.say(&format!("250 2.0.0 kept as number {number}"));
            }
            Err(error) => self.say(&format!("451 4.3.0 cannot be kept: {error}")),
        }
        Ok(())
    }

    fn greet(&mut self) {
        self.greeted = true;
        self.forget();
    }

    fn forget(&mut self) {
        self.sender = None;
        self.recipients.clear();
    }

    fn object(&mut self, reply: &str) {
        self.mistakes += 1;
        self.say(reply);
    }

    fn say(&mut self, reply: &str) {
        self.replies.extend_from_slice(reply.as_bytes());
        self.replies.extend_from_slice(b"\r\n");
    }

    /// Replies to a pipelined group leave together (RFC 2920 section 3.2), as soon as the client waits for them.
    async fn flush_if_idle(&mut self) -> io::Result<()> {
        if self.stream.buffer().contains(&b'\n') {
            Ok(())
        } else {
            self.flush().await
        }
    }

    async fn flush(&mut self) -> io::Result<()> {
        self.stream.write_all(&self.replies).await?;
        self.replies.clear();
        self.stream.flush().await
    }
}
