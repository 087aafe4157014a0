//! A relay that misbehaves as a test tells it, over pipes in memory (so that tests move the time) or over TCP.

#![expect(clippy::unwrap_used, reason = "what tests share fails as tests do")]

use std::io;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use async_trait::async_trait;
use digest_cli::deliver::{Connect, Link};
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

/// What everyone in a test writes down, in the order it happened.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<String>>>);

impl Log {
    pub(crate) fn write(&self, line: impl Into<String>) {
        self.0.lock().unwrap().push(line.into());
    }

    pub(crate) fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }

    /// How many lines begin so.
    pub(crate) fn count(&self, start: &str) -> usize {
        self.lines().iter().filter(|line| line.starts_with(start)).count()
    }
}

/// Where in the dialogue the server is asked for its next act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    Connect,
    Greeting,
    Hello,
    StartTls,
    Auth,
    Mail,
    Recipient,
    Data,
    Body,
    Dot,
    /// The final dot was answered as it should be. Only told: there is nothing left to act on.
    Answered,
    Reset,
    Quit,
}

/// What the server is asked, and the how-manieth time (from 1, over all connections).
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    pub(crate) step: Step,
    pub(crate) time: usize,
    pub(crate) connection: usize,
    pub(crate) line: String,
}

/// What the server does instead of what it should.
#[derive(Debug, Clone)]
pub(crate) enum Act {
    /// Answers so; CRLF is added.
    Say(String),
    /// Answers so and closes.
    SayAndClose(String),
    /// Sends these octets as they are.
    Raw(Vec<u8>),
    /// Sends this text as it is instead of the usual answer, and goes on as if it were that.
    Fine(String),
    /// Closes without a word.
    Close,
    /// Answers as it should, after a while.
    Late(Duration),
    /// Never answers.
    Stall,
}

/// The [`Act::Say`] of a text.
pub(crate) fn say(reply: &str) -> Act {
    Act::Say(reply.to_owned())
}

type Script = dyn Fn(&Moment) -> Option<Act> + Send + Sync;

/// The server; clones are the same server.
#[derive(Clone)]
pub(crate) struct SmtpServer {
    pub(crate) log: Log,
    /// EHLO's keywords.
    pub(crate) offers: Vec<String>,
    script: Arc<Script>,
    tls: Option<TlsAcceptor>,
    implicit: bool,
    state: Arc<Mutex<State>>,
}

#[derive(Default)]
struct State {
    connections: usize,
    open: usize,
    most_open: usize,
    /// All that was asked so far.
    steps: Vec<Step>,
    received: Vec<Taken>,
    taken: Vec<Taken>,
}

/// A message that the server accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Taken {
    pub(crate) mail: String,
    pub(crate) recipient: String,
    /// Dots unstuffed.
    pub(crate) text: String,
}

impl Taken {
    /// The address that RCPT named, without its brackets.
    pub(crate) fn address(&self) -> &str {
        let from = self.recipient.find('<').map_or(0, |at| at + 1);
        let to = self.recipient.find('>').unwrap_or(self.recipient.len());
        &self.recipient[from..to]
    }
}

/// A certificate for a name, and the server's side of it.
pub(crate) struct Identity {
    pub(crate) pem: String,
    pub(crate) key_pem: String,
    config: Arc<ServerConfig>,
}

impl Identity {
    pub(crate) fn new(name: &str) -> Self {
        let made = rcgen::generate_simple_self_signed([name.to_owned()]).unwrap();
        let chain = vec![CertificateDer::from(made.cert.der().to_vec())];
        let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(chain, key)
            .unwrap();
        Self {
            pem: made.cert.pem(),
            key_pem: made.signing_key.serialize_pem(),
            config: Arc::new(config),
        }
    }
}

impl SmtpServer {
    /// A server with the usual extensions that acts by a script; `None` means as it should.
    pub(crate) fn new(script: impl Fn(&Moment) -> Option<Act> + Send + Sync + 'static) -> Self {
        let offers = ["PIPELINING", "SIZE 10000000", "8BITMIME", "SMTPUTF8"];
        Self {
            log: Log::default(),
            offers: offers.map(str::to_owned).to_vec(),
            script: Arc::new(script),
            tls: None,
            implicit: false,
            state: Arc::default(),
        }
    }

    /// A server that does everything as it should.
    pub(crate) fn faultless() -> Self {
        Self::new(|_| None)
    }

    /// The same server with other keywords in its answer to EHLO.
    pub(crate) fn offering(mut self, offers: &[&str]) -> Self {
        self.offers = offers.iter().map(|offer| (*offer).to_owned()).collect();
        self
    }

    /// The same server with a certificate: TLS from the first byte, or by STARTTLS (which the keywords must offer).
    pub(crate) fn with_tls(mut self, identity: &Identity, implicit: bool) -> Self {
        self.tls = Some(TlsAcceptor::from(identity.config.clone()));
        self.implicit = implicit;
        self
    }

    pub(crate) fn taken(&self) -> Vec<Taken> {
        self.state.lock().unwrap().taken.clone()
    }

    /// The messages that came to their final dot, whatever it was answered, and whether or not the answer could be sent.
    pub(crate) fn received(&self) -> Vec<Taken> {
        self.state.lock().unwrap().received.clone()
    }

    pub(crate) fn connections(&self) -> usize {
        self.state.lock().unwrap().connections
    }

    /// How many connections were open at once, at most.
    pub(crate) fn most_open(&self) -> usize {
        self.state.lock().unwrap().most_open
    }

    fn act(&self, step: Step, connection: usize, line: &str) -> Option<Act> {
        let mut state = self.state.lock().unwrap();
        let time = state.steps.iter().filter(|known| **known == step).count() + 1;
        state.steps.push(step);
        drop(state);
        if step != Step::Answered {
            self.log.write(format!("{step:?} {line}").trim_end());
        }
        (self.script)(&Moment {
            step,
            time,
            connection,
            line: line.to_owned(),
        })
    }

    /// Serves one connection to its end.
    pub(crate) async fn serve(self, link: Box<dyn Link>) {
        let connection = {
            let mut state = self.state.lock().unwrap();
            state.connections += 1;
            state.open += 1;
            state.most_open = state.most_open.max(state.open);
            state.connections - 1
        };
        let mut client = Client {
            server: self.clone(),
            connection,
            stream: BufReader::new(link),
            mail: None,
            recipient: None,
        };
        // Closing is what most faults consist of.
        let _ = client.converse().await;
        self.state.lock().unwrap().open -= 1;
    }
}

#[async_trait]
impl Connect for SmtpServer {
    async fn connect(&self) -> io::Result<Box<dyn Link>> {
        match self.act(Step::Connect, self.connections(), "") {
            Some(Act::Stall) => std::future::pending().await,
            Some(_) => Err(io::ErrorKind::ConnectionRefused.into()),
            None => {
                let (ours, theirs) = tokio::io::duplex(256 * 1024);
                tokio::spawn(self.clone().serve(Box::new(ours)));
                Ok(Box::new(theirs))
            }
        }
    }
}

struct Client {
    server: SmtpServer,
    connection: usize,
    stream: BufReader<Box<dyn Link>>,
    mail: Option<String>,
    recipient: Option<String>,
}

enum Flow {
    /// The usual answer was given.
    Usual,
    /// Another answer was given.
    Other,
}

impl Client {
    async fn converse(&mut self) -> io::Result<()> {
        if self.server.implicit {
            self.encrypt().await?;
        }
        self.step(Step::Greeting, "", "220 relay.example.org ESMTP")
            .await?;
        loop {
            let Some(line) = self.line().await? else {
                return Ok(());
            };
            let verb = line
                .split([' ', ':'])
                .next()
                .unwrap_or_default()
                .to_ascii_uppercase();
            match verb.as_str() {
                "EHLO" => {
                    let mut reply = "250-relay.example.org".to_owned();
                    for offer in &self.server.offers {
                        reply.push_str("\r\n250-");
                        reply.push_str(offer);
                    }
                    reply.push_str("\r\n250 ENHANCEDSTATUSCODES");
                    self.step(Step::Hello, &line, &reply).await?;
                }
                "HELO" => self
                    .step(Step::Hello, &line, "250 relay.example.org")
                    .await
                    .map(drop)?,
                "STARTTLS" => {
                    if let Flow::Usual = self.step(Step::StartTls, &line, "220 2.0.0 go ahead").await? {
                        self.encrypt().await?;
                    }
                }
                "AUTH" => self.auth(&line).await?,
                "MAIL" => {
                    if let Flow::Usual = self.step(Step::Mail, &line, "250 2.1.0 ok").await? {
                        self.mail = Some(line);
                    }
                }
                "RCPT" => {
                    if self.mail.is_none() {
                        self.send("503 5.5.1 MAIL first").await?;
                    } else if let Flow::Usual = self.step(Step::Recipient, &line, "250 2.1.5 ok").await? {
                        self.recipient = Some(line);
                    }
                }
                "DATA" => self.data(&line).await?,
                "RSET" => {
                    (self.mail, self.recipient) = (None, None);
                    self.step(Step::Reset, &line, "250 2.0.0 ok").await?;
                }
                "QUIT" => {
                    self.step(Step::Quit, &line, "221 2.0.0 bye").await?;
                    return Ok(());
                }
                _ => self.send("500 5.5.1 what").await?,
            }
        }
    }

    async fn auth(&mut self, line: &str) -> io::Result<()> {
        let Flow::Usual = self.step(Step::Auth, line, "").await? else {
            return Ok(());
        };
        if line == "AUTH LOGIN" {
            for prompt in ["334 VXNlcm5hbWU6", "334 UGFzc3dvcmQ6"] {
                self.send(prompt).await?;
                let answer = self.line().await?.unwrap_or_default();
                self.server.log.write(format!("answer {answer}"));
            }
        }
        self.send("235 2.7.0 welcome").await
    }

    async fn data(&mut self, line: &str) -> io::Result<()> {
        // Some servers say 354 although nobody is to get the message: the script may have them do so.
        let usual = if self.recipient.is_some() {
            "354 go ahead"
        } else {
            "503 5.5.1 RCPT first"
        };
        let flow = self.step(Step::Data, line, usual).await?;
        let awaited = match flow {
            Flow::Usual => self.recipient.is_some(),
            Flow::Other => self
                .server
                .log
                .lines()
                .last()
                .is_some_and(|said| said.starts_with("said 354")),
        };
        if !awaited {
            return Ok(());
        }
        let mut text = String::new();
        let mut begun = false;
        loop {
            let Some(line) = self.line().await? else {
                self.server.log.write("cut off in DATA");
                return Ok(());
            };
            if line == "." {
                break;
            }
            if !begun {
                begun = true;
                if let Flow::Other = self.step(Step::Body, "", "").await? {
                    continue;
                }
            }
            text.push_str(line.strip_prefix('.').unwrap_or(&line));
            text.push_str("\r\n");
        }
        let id = text.lines().next().unwrap_or_default().to_owned();
        let envelope = self.mail.take().zip(self.recipient.take());
        let taken = envelope.map(|(mail, recipient)| Taken {
            mail,
            recipient,
            text,
        });
        self.server.state.lock().unwrap().received.extend(taken.clone());
        let usual = if taken.is_some() {
            "250 2.0.0 queued"
        } else {
            "554 5.5.1 for nobody"
        };
        if let Flow::Usual = self.step(Step::Dot, &id, usual).await?
            && let Some(taken) = taken
        {
            self.server.state.lock().unwrap().taken.push(taken);
            self.server.act(Step::Answered, self.connection, &id);
        }
        Ok(())
    }

    async fn step(&mut self, step: Step, line: &str, usual: &str) -> io::Result<Flow> {
        let act = self.server.act(step, self.connection, line);
        if let Some(Act::Late(pause)) = act {
            tokio::time::sleep(pause).await;
        }
        match act {
            None | Some(Act::Late(_)) => {
                if !usual.is_empty() {
                    self.send(usual).await?;
                }
                return Ok(Flow::Usual);
            }
            Some(Act::Say(reply)) => {
                self.server.log.write(format!("said {reply}"));
                self.send(&reply).await?;
            }
            Some(Act::SayAndClose(reply)) => {
                self.send(&reply).await?;
                return Err(io::ErrorKind::ConnectionAborted.into());
            }
            Some(Act::Raw(octets)) => {
                self.stream.write_all(&octets).await?;
                self.stream.flush().await?;
            }
            Some(Act::Fine(text)) => {
                self.stream.write_all(text.as_bytes()).await?;
                self.stream.flush().await?;
                return Ok(Flow::Usual);
            }
            Some(Act::Close) => return Err(io::ErrorKind::ConnectionAborted.into()),
            Some(Act::Stall) => std::future::pending().await,
        }
        Ok(Flow::Other)
    }

    async fn line(&mut self) -> io::Result<Option<String>> {
        let mut line = Vec::new();
        // What is cut off before its end is no line.
        if self.stream.read_until(b'\n', &mut line).await? == 0 || line.last() != Some(&b'\n') {
            return Ok(None);
        }
        let line = String::from_utf8(line).map_err(io::Error::other)?;
        Ok(Some(line.trim_end_matches("\r\n").to_owned()))
    }

    async fn send(&mut self, reply: &str) -> io::Result<()> {
        self.stream.write_all(reply.as_bytes()).await?;
        self.stream.write_all(b"\r\n").await?;
        self.stream.flush().await
    }

    async fn encrypt(&mut self) -> io::Result<()> {
        let acceptor = self.server.tls.clone().ok_or(io::ErrorKind::Unsupported)?;
        let plain = std::mem::replace(&mut self.stream, BufReader::new(Box::new(tokio::io::empty())));
        let stream = acceptor.accept(plain.into_inner()).await?;
        self.stream = BufReader::new(Box::new(stream));
        Ok(())
    }
}
